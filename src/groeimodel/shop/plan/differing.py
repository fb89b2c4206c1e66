"""What changed between two plans, in plain words and as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groeimodel.rules.plan import (
    AmountChange,
    Change,
    Difference,
    Item,
    canonical,
    checksum,
    compare,
    read,
)
from groeimodel.shop.plan.models import Estimate, Plan
from groeimodel.shop.plan.selectors import snapshot_of

NAMES = {
    "objective": gettext_lazy("Doelstelling"),
    "action_plan": gettext_lazy("Actieplan"),
    "action": gettext_lazy("Actie"),
}
FIELDS = {
    "code": gettext_lazy("code"),
    "title": gettext_lazy("titel"),
    "text": gettext_lazy("tekst"),
    "priority": gettext_lazy("prioritair"),
    "policy_field": gettext_lazy("beleidsveld"),
    "report_code": gettext_lazy("deelrapportcode"),
    "starts": gettext_lazy("eerste dag"),
    "ends": gettext_lazy("laatste dag"),
}


@dataclass(frozen=True, slots=True)
class AmountLine:
    year: int
    kind: str
    """'exploitatie, uitgave'."""
    before: Decimal
    after: Decimal

    @property
    def difference(self) -> Decimal:
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class WordLine:
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ToldChange:
    name: str
    """'Actie 1.1.2'."""
    title: str
    what: tuple[str, ...]
    """In words: 'nieuw', 'verhuisd van 1.1 naar 1.2'."""
    words: tuple[WordLine, ...]
    amounts: tuple[AmountLine, ...]
    kind: str
    """'added', 'removed' or 'changed'."""

    @property
    def difference(self) -> Decimal:
        """More or less money in all, expenses and receipts alike."""
        return sum((one.difference for one in self.amounts), Decimal(0))


@dataclass(frozen=True, slots=True)
class Told:
    head: tuple[WordLine, ...]
    changes: tuple[ToldChange, ...]
    totals: tuple[AmountLine, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.head or self.changes)

    @property
    def count(self) -> int:
        return len(self.head) + len(self.changes)


def told(difference: Difference) -> Told:
    head = tuple(
        WordLine(str(FIELDS[one.field]), _day(one.before), _day(one.after)) for one in difference.head
    )
    changes = tuple(_told(one) for one in difference.changes)
    return Told(head, changes, _amounts(difference.totals))


def _told(change: Change) -> ToldChange:
    what: list[str] = []
    if change.added:
        what.append(_("nieuw"))
    if change.removed:
        what.append(_("geschrapt"))
    if change.is_moved:
        what.append(
            _("verhuisd van %(before)s naar %(after)s")
            % {"before": _code(change.moved_from), "after": _code(change.moved_to)}
        )
    if change.reordered:
        what.append(_("op een andere plaats"))
    if change.texts:
        what.append(_("andere woorden"))
    if change.amounts and not (change.added or change.removed):
        what.append(_("andere bedragen"))
    return ToldChange(
        name=f"{NAMES[change.level]} {change.code}",
        title=change.title,
        what=tuple(what),
        words=tuple(_word(one.field, one.before, one.after) for one in change.texts),
        amounts=_amounts(change.amounts),
        kind="added" if change.added else "removed" if change.removed else "changed",
    )


def _word(field: str, before: str, after: str) -> WordLine:
    if field == "priority":
        before, after = before or _("nee"), after or _("nee")
    return WordLine(str(FIELDS[field]), before or _("(leeg)"), after or _("(leeg)"))


def _code(item: Item | None) -> str:
    return item.texts.get("code", "") if item is not None else "?"


def _day(text: str) -> str:
    try:
        return date_format(date.fromisoformat(text), "j F Y")
    except ValueError:
        return text


def _amounts(changes: Sequence[AmountChange]) -> tuple[AmountLine, ...]:
    return tuple(
        AmountLine(
            one.year,
            f"{Estimate.Nature(one.nature).label}, {Estimate.Direction(one.direction).label}",
            Decimal(one.before) / 100,
            Decimal(one.after) / 100,
        )
        for one in changes
    )


MOST_LINES = 25


def proposal_of(plan: Plan) -> str:
    """What an organ is asked to adopt, in lines: what changes since the last version, with euro. Five queries."""
    last, now = plan.versions.first(), snapshot_of(plan)
    lines = [_("Het bestuur keurt ‘%(plan)s’ goed.") % {"plan": plan.title}]
    if last is not None:
        found = told(compare(read(last.snapshot), now))
        lines.append(_("Dit verandert er sinds versie %(number)s:") % {"number": last.number})
        said = [f"- {one.name} {one.title}: {', '.join(one.what)}" for one in found.changes]
        lines += said[:MOST_LINES]
        if len(said) > MOST_LINES:
            lines.append(_("- en nog %(count)s andere") % {"count": len(said) - MOST_LINES})
        for one in found.totals:
            sign = "+" if one.difference > 0 else ""
            words = {
                "year": one.year,
                "kind": one.kind,
                "sign": sign,
                "euro": number_format(one.difference, 2),
            }
            lines.append(_("- %(year)s, %(kind)s: %(sign)s%(euro)s euro") % words)
    lines.append(_("Controlegetal: %(number)s") % {"number": checksum(canonical(now))})
    return "\n".join(lines)[:4000]
