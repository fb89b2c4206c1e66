"""What grows on the shared meadow of other partnerships. Only of those that show it, and only for who shows its own (claim W13).

Everything here reads across partnerships; each read begins with who opened its meadow.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _
from django_scopes import scopes_disabled

from groeimodel.foundation.partners.models import Membership, Partnership
from groeimodel.meadow.actions.meadow import in_order
from groeimodel.meadow.actions.models import Action, StageChange
from groeimodel.rules.lessons import Names, Trace, traces
from groeimodel.showcase.sharing.models import Kind
from groeimodel.showcase.sharing.selectors import partnerships_showing, shown_by
from groeimodel.soil.lessons.checking import people_around

SHOWN = (Action.Stage.FLOWER, Action.Stage.HARVEST)
"""What runs and what was picked; ideas, and what went wrong, stay at home."""
MOST = 24
GATES = 24
"""Gardens on one page of the list."""
PERSONAL = (Trace.PERSON, Trace.EMAIL, Trace.PHONE)
AMOUNT = re.compile(r"€|\d\s*(?:k?euro|eur)\b|\b(?:euro|eur)\s*\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Gate:
    """A garden that can be visited."""

    partnership: Partnership
    actions: int


@dataclass(frozen=True, slots=True)
class Gates:
    """One page of the gardens that others opened, by name."""

    rows: tuple[Gate, ...]
    page: int
    more: bool

    @property
    def first(self) -> str:
        """The first where anything grows."""
        return next((gate.partnership.slug for gate in self.rows if gate.actions), "")


@dataclass(frozen=True, slots=True)
class Seen:
    """One action of another garden: nothing that names a person or an amount."""

    action: Action
    text: str
    """What it is; empty where somebody stands in it by name."""
    came: str
    """What came of it, in the words of who tended it; empty alike."""
    sown: Action | None
    """The seed of it at home, where there is one."""
    title: str = ""
    """What it is called; only its kind where somebody stands in it by name."""


@dataclass(frozen=True, slots=True)
class Visit:
    partnership: Partnership
    members: tuple[str, ...]
    seen: tuple[Seen, ...]
    more: int


def takes_part(partnership: Partnership) -> bool:
    """Whether it shows its own meadow; who does not, does not look around. One query."""
    return Kind.STROLL in shown_by(partnership)


def gardens_on(partnership: Partnership, page: int, slug: str) -> QuerySet[Partnership]:
    """The partnership itself and all whose gardens one page is about; nothing is asked yet."""
    others = _open_to(partnership, page).values("pk")
    return Partnership.objects.filter(Q(pk=partnership.pk) | Q(pk__in=others) | Q(slug=slug))


def _open_to(partnership: Partnership, page: int) -> QuerySet[Partnership]:
    start = (page - 1) * GATES
    return partnerships_showing(Kind.STROLL).exclude(pk=partnership.pk)[start : start + GATES + 1]


def gates_of(partnership: Partnership, page: int = 1) -> Gates:
    """The gardens that others opened, with how much there is to see: two queries, for one page of them."""
    with scopes_disabled():
        rows = list(_open_to(partnership, page))
        others = rows[:GATES]
        counts = dict(
            _shown(others)
            .order_by()
            .values("partnership")
            .annotate(n=Count("pk"))
            .values_list("partnership", "n")
        )
    gates = tuple(Gate(one, counts.get(one.pk, 0)) for one in others)
    return Gates(gates, page, len(rows) > GATES)


def visit_of(partnership: Partnership, slug: str) -> Visit | None:
    """One garden of another; None where it is not open to others. Nine queries, however much grows there."""
    with scopes_disabled():
        there = partnerships_showing(Kind.STROLL).exclude(pk=partnership.pk).filter(slug=slug).first()
        if there is None:
            return None
        rows = _shown([there])
        total = rows.count()
        actions = list(in_order(rows)[:MOST])
        members = Membership.objects.filter(partnership=there, ends=None).order_by("municipality__name")
        names = tuple(members.values_list("municipality__name", flat=True))
        home = Action.objects.filter(partnership=partnership, origin__in=[key_of(one) for one in actions])
        sown = {one.origin: one for one in home.select_related("partnership")}
        people = _people_of(there)
    seen = tuple(
        Seen(
            one,
            nameless(one.text, people),
            nameless(vars(one)["came"] or "", people),
            sown.get(key_of(one)),
            _title(one, people),
        )
        for one in actions
    )
    return Visit(there, names, seen, total - len(actions))


def _people_of(partnership: Partnership) -> Names:
    # Not the names of all municipalities and partnerships: those may stand here, and there are very many.
    return Names(people=people_around(partnership), places=(), groups=())


def nameless(text: str, people: Names) -> str:
    """The text, or nothing where a person, an address, a telephone number or an amount stands in it."""
    told = AMOUNT.search(text) or any(one.trace in PERSONAL for one in traces(text, people))
    return "" if told else text


def _title(action: Action, people: Names) -> str:
    return nameless(action.title, people) or action.get_species_display() or _("Een actie")


def to_sow(partnership: Partnership, pk: int) -> Seen | None:
    """The action of another garden that may be sown here; None where it may not be seen."""
    with scopes_disabled():
        found = _shown(partnerships_showing(Kind.STROLL).exclude(pk=partnership.pk)).filter(pk=pk).first()
        if found is None:
            return None
        sown = Action.objects.filter(partnership=partnership, origin=key_of(found)).first()
        people = _people_of(found.partnership)
        return Seen(found, nameless(found.text, people), "", sown, _title(found, people))


def key_of(action: Action) -> str:
    """How a seed at home remembers where it was seen."""
    return f"neighbours.action:{action.pk}"


def _shown(partnerships: Sequence[Partnership] | QuerySet[Partnership]) -> QuerySet[Action]:
    ends = StageChange.objects.filter(action=OuterRef("pk"), stage=Action.Stage.HARVEST).order_by("-pk")
    return (
        Action.objects.filter(Q(partnership__in=partnerships), plot=None, stage__in=SHOWN)
        .select_related("partnership")
        .annotate(came=Subquery(ends.values("reason")[:1]))
    )
