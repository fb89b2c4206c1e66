"""Until when offers are secured, and what that comes to in words (claim B11)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.rules.anchoring import PARTS, Anchoring, Part, Secured, State, anchoring
from groeimodel.shop.counter.models import Anchor, Offer
from groeimodel.shop.counter.ready import listed


@dataclass(frozen=True, slots=True)
class Held:
    """One of the three that an offer rests on."""

    part: Part
    label: str
    anchor: Anchor | None
    secured: Secured

    @property
    def words(self) -> str:
        if self.anchor is None:
            return _("niet geweten")
        if self.anchor.until is None:
            return _("voor onbepaalde tijd")
        return date_format(self.anchor.until, "j F Y")


@dataclass(frozen=True, slots=True)
class Anchored:
    """How an offer is anchored on a day."""

    offer: Offer
    parts: tuple[Held, ...]
    whole: Anchoring
    today: date

    @property
    def words(self) -> str:
        return in_words(self.whole, self.today)

    @property
    def kind(self) -> str:
        """Of the tag: 'warn', 'good' or nothing."""
        if self.whole.warns:
            return "warn"
        return "" if self.whole.state == State.UNKNOWN else "good"


def anchored(offers: Sequence[Offer], today: date) -> list[Anchored]:
    """In the order of the offers: one query."""
    known: dict[int, dict[str, Anchor]] = defaultdict(dict)
    for one in Anchor.objects.filter(offer__in=[each.pk for each in offers]):
        known[one.offer_id][one.part] = one
    return [_of(one, known[one.pk], today) for one in offers]


def _of(offer: Offer, known: Mapping[str, Anchor], today: date) -> Anchored:
    labels = dict(Anchor.Part.choices)
    parts = tuple(
        Held(part, str(labels[part]), known.get(part), _secured(part, known.get(part), today))
        for part in PARTS
    )
    return Anchored(offer, parts, anchoring([one.secured for one in parts]), today)


def _secured(part: Part, anchor: Anchor | None, today: date) -> Secured:
    if anchor is None:
        return Secured(part)
    return Secured(part, True, None if anchor.until is None else (anchor.until - today).days)


def in_words(found: Anchoring, today: date) -> str:
    """A sentence: the weakest part counts, and what is not known is named."""
    labels = dict(Anchor.Part.choices)
    weakest = listed([str(labels[one]) for one in found.weakest])
    if found.state == State.OPEN:
        return _("Verankerd voor onbepaalde tijd.")
    if found.state == State.UNKNOWN:
        if len(found.unknown) == len(PARTS):
            return _("Nog niet geweten hoelang dit kan blijven.")
        return _("Nog niet geweten: %(parts)s.") % {"parts": weakest}
    left = found.left or 0
    day = date_format(today + timedelta(days=left), "j F Y")
    if found.state == State.SECURED:
        return _("Verankerd tot en met %(day)s.") % {"day": day}
    if found.state == State.ENDED:
        said = _("Niet meer verankerd: %(parts)s tot %(day)s.") % {"parts": weakest, "day": day}
    else:
        words = ngettext(
            "Nog %(n)s dag zeker: %(parts)s tot en met %(day)s.",
            "Nog %(n)s dagen zeker: %(parts)s tot en met %(day)s.",
            left,
        )
        said = words % {"n": left, "parts": weakest, "day": day}
    if found.unknown:
        rest = listed([str(labels[one]) for one in found.unknown])
        said = f"{said} " + _("Niet geweten: %(parts)s.") % {"parts": rest}
    return said
