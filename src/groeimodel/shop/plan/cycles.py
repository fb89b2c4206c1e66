"""The cycles of one partnership: those that everybody shares, its own plan and term, and what it changed itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groeimodel.content.cycles import CycleDay
from groeimodel.content.cycles import cycles as shared_cycles
from groeimodel.formats.cycles_chart import Bar, cycles_chart
from groeimodel.foundation.partners.models import Partnership
from groeimodel.rules.plan import Span, crossings
from groeimodel.shop.organs.models import Term
from groeimodel.shop.plan.models import Cycle, Plan
from groeimodel.shop.plan.selectors import plan_to_show

SURE = "confirmed"
TERM, PLAN = "term", "plan"
"""Keys of what the partnership's own records say."""


@dataclass(frozen=True, slots=True)
class CycleShown:
    key: str
    title: str
    starts: date
    ends: date
    status: str
    source: str
    days: tuple[CycleDay, ...] = ()
    changed: bool = False
    """The partnership changed it itself."""
    own: bool = False
    """It stands in the partnership's own records, and is changed there."""
    shared: bool = True
    """Everybody has it: what was changed can go back to that."""

    @property
    def sure(self) -> bool:
        return self.status == SURE


@dataclass(frozen=True, slots=True)
class CrossShown:
    """Two cycles that run through each other, as a sentence."""

    first: str
    second: str
    starts: date
    ends: date
    sentence: str


def cycles_of(partnership: Partnership, today: date) -> list[CycleShown]:
    """In the order in which they begin: three queries."""
    own = {one.key: one for one in Cycle.objects.filter(partnership=partnership)}
    found = []
    for one in shared_cycles():
        mine = own.pop(one.id, None)
        if mine is None:
            found.append(
                CycleShown(one.id, one.title, one.starts, one.ends, one.status, one.source, one.days)
            )
        else:
            found.append(_shown(mine, one.days, shared=True))
    found += [_shown(one, (), shared=False) for one in own.values()]
    found += _recorded(partnership, today, found)
    return sorted(found, key=lambda one: (one.starts, one.ends, one.key))


def _shown(row: Cycle, days: tuple[CycleDay, ...], *, shared: bool) -> CycleShown:
    return CycleShown(
        row.key, row.title, row.starts, row.ends, row.status, row.source, days, changed=True, shared=shared
    )


def _recorded(partnership: Partnership, today: date, others: Sequence[CycleShown]) -> list[CycleShown]:
    """The joint plan, where its days differ from those of the municipalities, and the term of the partnership."""
    found = []
    plan = plan_to_show(partnership, today)
    if plan is not None and not any((one.starts, one.ends) == (plan.starts, plan.ends) for one in others):
        found.append(_plan(plan))
    terms = list(Term.objects.filter(partnership=partnership, ends__isnull=False).order_by("starts", "pk"))
    term = next((one for one in reversed(terms) if one.starts <= today), terms[0] if terms else None)
    if term is not None and term.ends is not None:
        title = _("Termijn van de samenwerking")
        source = term.basis or _("Genoteerd bij de organen")
        found.append(CycleShown(TERM, title, term.starts, term.ends, SURE, source, own=True))
    return found


def _plan(plan: Plan) -> CycleShown:
    source = _("Dit plan zelf")
    return CycleShown(PLAN, _("Gezamenlijk meerjarenplan"), plan.starts, plan.ends, SURE, source, own=True)


def crosses_of(cycles: Sequence[CycleShown]) -> list[CrossShown]:
    """Where one runs through another, in words; the earliest first."""
    by_key = {one.key: one for one in cycles}
    spans = [Span(one.key, one.starts.toordinal(), one.ends.toordinal()) for one in cycles]
    found = []
    for cross in crossings(spans):
        first, second = by_key[cross.first], by_key[cross.second]
        words = {
            "first": first.title,
            "second": second.title,
            "ends": date_format(min(first.ends, second.ends), "j F Y"),
            "starts": date_format(second.starts, "j F Y"),
            "other": date_format(max(first.ends, second.ends), "j F Y"),
        }
        if first.ends == second.ends:
            sentence = _(
                "‘%(second)s’ begint op %(starts)s, als ‘%(first)s’ al loopt. Ze eindigen samen op %(ends)s."
            )
        elif first.ends < second.ends:
            sentence = _("‘%(first)s’ eindigt op %(ends)s. ‘%(second)s’ loopt dan nog tot %(other)s.")
        else:
            sentence = _("‘%(second)s’ eindigt op %(ends)s. ‘%(first)s’ loopt dan nog tot %(other)s.")
        starts, ends = date.fromordinal(cross.starts), date.fromordinal(cross.ends)
        found.append(CrossShown(first.title, second.title, starts, ends, sentence % words))
    return found


def drawn(cycles: Sequence[CycleShown], today: date) -> str:
    """The line of time as SVG."""
    bars = [
        Bar(
            one.title if one.sure else _("%(title)s (te bevestigen)") % {"title": one.title},
            _("van %(starts)s tot en met %(ends)s")
            % {"starts": date_format(one.starts, "j F Y"), "ends": date_format(one.ends, "j F Y")},
            one.starts,
            one.ends,
            one.sure,
            tuple(day.on for day in one.days),
        )
        for one in cycles
    ]
    return cycles_chart(bars, today, {"title": _("Cycli naast elkaar"), "today": _("vandaag")})
