"""How expertise is found: by its words and those of its area."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.content.nutrients import nutrients
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.search.kinds import Entry, Kind
from groeimodel.soil.expertise.models import Expertise


def entry_of(one: Expertise) -> Entry | None:
    """Nothing for an area that is not there any more."""
    area = next((known for known in nutrients() if known.id == one.area), None)
    if area is None:
        return None
    url = f"{reverse('expertise:list', args=[one.partnership.slug])}#stof-{one.area}"
    text = " ".join((one.text, str(one.get_kind_display()), *area.words))
    return Entry(one.partnership, area.name, url, text, one.municipality)


def rows(partnership: Partnership) -> Iterable[Expertise]:
    return Expertise.objects.filter(partnership=partnership).select_related("partnership", "municipality")


EXPERTISE = Kind(Expertise, _("Expertise"), entry_of, rows, frozenset({"expertise.removed"}))
