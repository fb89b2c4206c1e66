"""What is recorded for a document, and what lacks, before anybody makes it. No query."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.showcase.documents.kinds import Kind
from groeimodel.showcase.facts.values import Facts


@dataclass(frozen=True, slots=True)
class Section:
    """A piece of a document that is there only when something was recorded."""

    label: Any
    """As it goes on after 'Nog niet genoteerd:'."""
    keys: tuple[str, ...]
    """The facts that fill it, the first of them is named."""
    page: str
    """Where it is recorded."""
    rows: Callable[[Facts], object] = lambda _facts: ()
    """Rows that fill it where no fact counts them."""


SECTIONS: dict[str, Section] = {
    "meetings": Section(_("ontmoetingen"), ("meetings",), "meetings:list"),
    "harvest": Section(_("oogst"), ("harvest",), "harvest:list", lambda one: one.harvests),
    "actions": Section(
        _("acties"), ("running", "picked"), "actions:meadow", lambda one: one.running or one.picked
    ),
    "results": Section(
        _("resultaten van acties"), ("reach",), "actions:meadow", lambda one: one.results or one.evaluations
    ),
    "hours": Section(_("uren"), ("hours",), "mandates:list"),
    "lessons": Section(_("lessen"), ("lessons",), "lessons:list", lambda one: one.lessons),
    "offers": Section(_("aanbod"), ("offers",), "counter:list", lambda one: one.offers),
    "money": Section(_("geld"), ("budget", "expenses", "contributions", "subsidy"), "money:page"),
    "decisions": Section(_("besluiten"), (), "decisions:list", lambda one: one.decisions),
    "ahead": Section(_("wat eraan komt"), (), "meetings:list", lambda one: one.ahead),
}


@dataclass(frozen=True, slots=True)
class Lack:
    label: Any
    url: str


@dataclass(frozen=True, slots=True)
class Preview:
    """Of one document, over one period."""

    there: tuple[str, ...]
    """'12 ontmoetingen'."""
    lacks: tuple[Lack, ...]

    @property
    def empty(self) -> bool:
        return not self.there


def preview_of(kind: Kind, facts: Facts) -> Preview:
    there, lacks = [], []
    for key in kind.parts:
        section = SECTIONS.get(key)
        if section is None:
            continue
        found = [one for name in section.keys if (one := facts.get(name)) is not None]
        if found:
            there.append(f"{found[0].number} {str(found[0].words).partition(':')[0]}")
        elif section.rows(facts):
            there.append(str(section.label))
        else:
            lacks.append(Lack(section.label, reverse(section.page, args=[facts.partnership.slug])))
    return Preview(tuple(there), tuple(lacks))
