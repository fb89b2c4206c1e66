"""Reads of decisions, inside the scope of a partnership."""

from django.db.models import Prefetch, Q, QuerySet

from groeimodel.foundation.decisions.models import Checked, Decision, Matter, Voice
from groeimodel.foundation.partners.models import Partnership


def decisions_of(partnership: Partnership, words: str = "") -> QuerySet[Decision]:
    """The register, the last first; with `words` only where title, text or a matter holds them."""
    rows = Decision.objects.filter(partnership=partnership)
    if words:
        found = Q(title__icontains=words) | Q(text__icontains=words) | Q(matters__title__icontains=words)
        rows = rows.filter(found).distinct()
    return rows


def whole(partnership: Partnership) -> QuerySet[Decision]:
    """With everything that a page of one decision shows: four queries."""
    voices = Voice.objects.select_related("municipality__merged_into", "person", "mandate__given_by")
    checks = Checked.objects.select_related("municipality")
    return Decision.objects.filter(partnership=partnership).prefetch_related(
        Prefetch("voices", voices),
        Prefetch("matters", Matter.objects.prefetch_related(Prefetch("checks", checks))),
    )


def adopted(partnership: Partnership, subject: str) -> Matter | None:
    """The last decision that took this on ('actions.action:12'), unless a later decision about it did not; one query."""
    last = (
        Matter.objects.filter(decision__partnership=partnership, subject=subject)
        .select_related("decision__partnership")
        .order_by("-decision__number")
        .first()
    )
    return last if last is not None and last.adopted else None
