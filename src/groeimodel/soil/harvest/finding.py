"""How harvest is found."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.search.kinds import Entry, Kind
from groeimodel.soil.harvest.models import Harvest


def entry_of(harvest: Harvest) -> Entry:
    url = f"{reverse('harvest:list', args=[harvest.partnership.slug])}#oogst-{harvest.pk}"
    text = " ".join(part for part in (harvest.text, harvest.source) if part)
    return Entry(harvest.partnership, harvest.title, url, text, harvest.municipality)


def rows(partnership: Partnership) -> Iterable[Harvest]:
    return Harvest.objects.filter(partnership=partnership).select_related("partnership", "municipality")


HARVEST = Kind(Harvest, _("Oogst"), entry_of, rows, frozenset({"harvest.removed"}))
