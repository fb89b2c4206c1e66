"""A document as its page and its file show it: each block with what people wrote, its draft and its length."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from groeimodel.formats.docx_report import Grid, Report, Section
from groeimodel.meadow.tending.money import in_euro
from groeimodel.rules.subsidy import Block, Side
from groeimodel.shop.subsidy.drafting import draft_of
from groeimodel.shop.subsidy.models import Paper, Passage
from groeimodel.shop.subsidy.selectors import Standing, passages_of


@dataclass(frozen=True, slots=True)
class BlockShown:
    block: Block
    passage: Passage | None
    draft: str

    @property
    def own(self) -> str:
        return self.passage.text if self.passage else ""

    @property
    def text(self) -> str:
        """What stands in the document: what people wrote, else the draft."""
        return self.own or self.draft

    @property
    def length(self) -> int:
        return len(self.text)

    @property
    def limit(self) -> int:
        return (self.passage.limit if self.passage else None) or self.block.limit

    @property
    def limit_is_own(self) -> bool:
        return bool(self.passage and self.passage.limit)

    @property
    def over(self) -> int:
        """How many characters too many; nothing is cut."""
        return max(0, self.length - self.limit)

    @property
    def fresh(self) -> bool:
        """The draft says something else than what people wrote."""
        return bool(self.draft) and self.draft != self.own


def blocks_of(paper: Paper, standing: Standing, today: date) -> list[BlockShown]:
    passages = passages_of(paper)
    return [
        BlockShown(one, passages.get(one.id), draft_of(one.draft, standing, today)) for one in paper.blocks
    ]


def block_of(paper: Paper, name: str, standing: Standing, today: date) -> BlockShown | None:
    found = next((one for one in paper.blocks if one.id == name), None)
    if found is None:
        return None
    return BlockShown(found, passages_of(paper).get(name), draft_of(found.draft, standing, today))


def report_of(paper: Paper, standing: Standing, today: date, made_at: datetime) -> Report:
    """The whole document, with co-financing as a table, and the conditions that are not confirmed named as such."""
    partnership = paper.dossier.partnership
    sections = [
        Section(
            one.block.title,
            one.text or _("Hierover is nog niets geschreven of genoteerd."),
            note=count_of(one),
            grid=grid_of(standing, today) if one.block.draft == "cofinancing" else None,
        )
        for one in blocks_of(paper, standing, today)
    ]
    return Report(
        title=str(paper),
        subtitle=f"{partnership.name} · {standing.scheme.name}",
        lead=_("Opgemaakt op %(day)s uit wat de samenwerking noteerde. Lees alles na voor je het indient.")
        % {"day": date_format(today, "j F Y")},
        sections=sections,
        author=partnership.name,
        made_at=made_at,
    )


def count_of(one: BlockShown) -> str:
    words = {
        "n": number_format(one.length, 0, force_grouping=True),
        "limit": number_format(one.limit, 0, force_grouping=True),
        "over": number_format(one.over, 0, force_grouping=True),
    }
    said = _("%(n)s van hoogstens %(limit)s tekens") % words
    if not one.limit_is_own:
        said += " " + _("(te bevestigen)")
    return f"{said}: " + _("%(over)s te veel.") % words if one.over else f"{said}."


def grid_of(standing: Standing, today: date) -> Grid:
    money = standing.money
    rows = [
        _row(_("%(year)s, begroot") % {"year": one.year}, one.budget)
        if actual is None
        else _row(_("%(year)s, werkelijk") % {"year": one.year}, actual)
        for one in money.years
        if not one.blank
        for actual in ((None, one.actual) if one.actual is not None else (None,))
    ]
    rows.append(_row(_("Termijn, begroot"), money.budget))
    if money.years and money.years[0].year < today.year:
        rows.append(_row(_("Voorbije jaren, werkelijk"), money.actual))
    return Grid(head=(_("Jaar"), _("Eigen inbreng"), _("Subsidie"), _("Gevraagd"), _("Verschil")), rows=rows)


def _row(name: str, side: Side) -> tuple[str, ...]:
    unknown = _("niet bekend")
    return (
        name,
        in_euro(side.own),
        in_euro(side.subsidy),
        unknown if side.asked is None else in_euro(side.asked),
        unknown if side.margin is None else in_euro(side.margin),
    )


def scale_of(standing: Standing) -> Decimal:
    """The longest bar: the largest amount of one year, at least a euro."""
    sides = [side for one in standing.money.years for side in (one.budget, one.actual) if side]
    return max([Decimal(1), *(one.own for one in sides), *(one.subsidy for one in sides)])
