"""How decisions are found."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.search.kinds import Entry, Kind


def entry_of(decision: Decision) -> Entry:
    matters = [one.title for one in decision.matters.all()]
    text = " ".join(part for part in (decision.text, *matters) if part)
    return Entry(decision.partnership, decision.title, decision.get_absolute_url(), text)


def rows(partnership: Partnership) -> Iterable[Decision]:
    found = Decision.objects.filter(partnership=partnership)
    return found.select_related("partnership").prefetch_related("matters")


DECISIONS = Kind(Decision, _("Besluiten"), entry_of, rows)
