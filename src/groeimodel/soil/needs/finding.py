"""How needs are found."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.search.kinds import Entry, Kind
from groeimodel.soil.needs.models import Need
from groeimodel.soil.needs.selectors import needs_of


def entry_of(need: Need) -> Entry:
    text = " ".join(part for part in (need.text, need.source_words, need.get_for_whom_display()) if part)
    return Entry(need.partnership, need.title, need.get_absolute_url(), text, need.municipality)


def rows(partnership: Partnership) -> Iterable[Need]:
    return needs_of(partnership)


NEEDS = Kind(Need, _("Noden"), entry_of, rows, frozenset({"needs.removed"}))
