"""The list of an offer, and what it comes to in words (claim B16)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.content.readiness import Point, points
from groeimodel.rules.readiness import Answer, Readiness, readiness
from groeimodel.shop.counter.models import Offer, ReadyPoint


@dataclass(frozen=True, slots=True)
class Checked:
    """A point of the list, with what was said of it."""

    point: Point
    said: ReadyPoint | None

    @property
    def answer(self) -> Answer:
        return Answer(self.said.answer) if self.said else Answer.OPEN


@dataclass(frozen=True, slots=True)
class ReadyList:
    rows: tuple[Checked, ...]
    whole: Readiness

    @property
    def words(self) -> str:
        return in_words(self.whole)


def lists_of(offers: Sequence[Offer]) -> dict[int, ReadyList]:
    """The list of each offer, by its key: one query."""
    said: dict[int, dict[str, ReadyPoint]] = defaultdict(dict)
    for one in ReadyPoint.objects.filter(offer__in=[each.pk for each in offers]).select_related("who"):
        said[one.offer_id][one.point] = one
    return {one.pk: _list(said[one.pk]) for one in offers}


def _list(said: Mapping[str, ReadyPoint]) -> ReadyList:
    rows = tuple(Checked(point, said.get(point.id)) for point in points())
    return ReadyList(
        rows, readiness([one.point.id for one in rows], {one.point.id: one.answer for one in rows})
    )


def in_words(found: Readiness) -> str:
    """'Klaar om te tonen', or what is missing."""
    if found.ready:
        return _("Klaar om te tonen.")
    titles = {one.id: one.title.lower() for one in points()}
    named = [titles[one] for one in found.missing]
    if len(named) > 3:
        return _("Nog niet klaar: %(done)s van de %(total)s punten zijn in orde.") % {
            "done": found.done,
            "total": found.total,
        }
    words = ngettext(
        "Bijna klaar. Nog één punt: %(what)s.", "Bijna klaar. Nog %(n)s punten: %(what)s.", len(named)
    )
    return words % {"n": len(named), "what": listed(named)}


def listed(words: Sequence[str]) -> str:
    """'geld, mensen en afspraken'."""
    if len(words) < 2:
        return "".join(words)
    return _("%(most)s en %(last)s") % {"most": ", ".join(words[:-1]), "last": words[-1]}
