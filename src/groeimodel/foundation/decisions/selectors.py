"""Reads of decisions, inside the scope of a partnership."""

from django.db.models import Count, Prefetch, Q, QuerySet, Sum

from groeimodel.foundation.decisions.models import Checked, Decision, Matter, Voice
from groeimodel.foundation.partners.models import Partnership


def decisions_of(partnership: Partnership, words: str = "") -> QuerySet[Decision]:
    """The register, the last first; with `words` only where number, title, text or a matter holds them.

    Each with `chosen`, how many matters were adopted, and `cost`, what these take together.
    """
    taken = Q(matters__adopted=True)
    rows = Decision.objects.filter(partnership=partnership)
    if words:
        found = Q(title__icontains=words) | Q(text__icontains=words)
        found |= Q(pk__in=Matter.objects.filter(title__icontains=words).values("decision"))
        if words.isdecimal() and len(words) < 10:
            found |= Q(number=int(words))
        rows = rows.filter(found)
    rows = rows.annotate(chosen=Count("matters", filter=taken), cost=Sum("matters__amount", filter=taken))
    return rows.select_related("vote").order_by("-number")


def whole(partnership: Partnership) -> QuerySet[Decision]:
    """With everything that a page of one decision shows: four queries."""
    voices = Voice.objects.select_related(
        "municipality__merged_into", "person", "mandate__given_by", "mandate__holder"
    )
    checks = Checked.objects.select_related("municipality__merged_into")
    return (
        Decision.objects.filter(partnership=partnership)
        .select_related("partnership", "recorded_by", "replaces__partnership", "vote")
        .prefetch_related(
            Prefetch("voices", voices),
            Prefetch("matters", Matter.objects.prefetch_related(Prefetch("checks", checks))),
        )
    )


def later_than(decision: Decision) -> Decision | None:
    """What took its place, if anything did; one query."""
    later = Decision.objects.filter(partnership=decision.partnership, replaces=decision)
    return later.select_related("partnership").order_by("number").first()


def adopted(partnership: Partnership, subject: str) -> Matter | None:
    """The last decision that took this on ('actions.action:12'), unless a later decision about it did not; one query."""
    last = (
        Matter.objects.filter(decision__partnership=partnership, subject=subject)
        .select_related("decision__partnership")
        .order_by("-decision__number")
        .first()
    )
    return last if last is not None and last.adopted else None
