"""How harvest is found."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.search.kinds import Entry, Kind
from groeimodel.soil.harvest.links import place
from groeimodel.soil.harvest.models import Harvest


def entry_of(harvest: Harvest) -> Entry:
    text = " ".join(part for part in (harvest.text, harvest.source) if part)
    return Entry(harvest.partnership, harvest.title, place(harvest), text, harvest.municipality)


def rows(partnership: Partnership) -> Iterable[Harvest]:
    return Harvest.objects.filter(partnership=partnership).select_related("partnership", "municipality")


HARVEST = Kind(Harvest, _("Oogst"), entry_of, rows, frozenset({"harvest.removed"}))
