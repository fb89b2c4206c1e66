"""The page of documents: cards by audience, each with what is recorded for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode

from groeimodel.foundation.partners.access import Visitor
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.selectors import home_of
from groeimodel.showcase.documents.kinds import AUDIENCES, FORMS, Kind
from groeimodel.showcase.documents.making import facts_for
from groeimodel.showcase.documents.previews import Preview, preview_of
from groeimodel.showcase.documents.selectors import kinds_for, members_of
from groeimodel.showcase.documents.wishes import Wanted
from groeimodel.showcase.facts.values import Facts
from groeimodel.showcase.sheets.selectors import Period, period_of

YEARS = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """For which municipality and which period the documents are."""

    municipality: Municipality | None
    period: Period
    members: tuple[Municipality, ...]

    @property
    def query(self) -> str:
        """For the addresses of files."""
        pk = self.municipality.pk if self.municipality else ""
        return urlencode({"gemeente": pk, "tijd": self.period.key})


@dataclass(frozen=True, slots=True)
class Way:
    """One button: a file that is made at once, or asked for."""

    form: str
    label: Any
    url: str


@dataclass(frozen=True, slots=True)
class Card:
    kind: Kind
    ways: tuple[Way, ...]
    preview: Preview

    @property
    def unmade(self) -> bool:
        """It asks for something that is not there: nothing of it was ever recorded."""
        return bool(self.kind.parts) and self.preview.empty


@dataclass(frozen=True, slots=True)
class Shelf:
    """The documents for one audience."""

    key: str
    title: Any
    says: Any
    cards: tuple[Card, ...]


def chosen(partnership: Partnership, person: Visitor, asked: QueryDict, today: date) -> Choice:
    """As asked, else the own municipality and the last twelve months; at most three queries."""
    members = members_of(partnership)
    key = asked.get("gemeente", "")
    where = next((one for one in members if str(one.pk) == key), None)
    if where is None:
        home = home_of(person, partnership)
        where = next((one for one in members if home is not None and one.pk == home.pk), None)
    period = period_of(asked.get("tijd", ""), today)
    return Choice(
        where or (members[0] if members else None),
        period if period.starts is not None else period_of("", today),
        tuple(members),
    )


def shelves_of(partnership: Partnership, choice: Choice, today: date, *, money: bool) -> tuple[Shelf, ...]:
    """Facts of the municipality, of the whole, and what everybody may see: each read once."""
    wanted = Wanted(partnership, choice.municipality, choice.period, today, money)
    own, whole = facts_for(wanted, local=True), facts_for(wanted, local=False)
    public = facts_for(wanted, local=False, public=True)

    def facts_of(one: Kind) -> Facts:
        return own if one.local else public if one.audience == "residents" else whole

    cards = [
        Card(one, ways_of(partnership, one, choice), preview_of(one, facts_of(one)))
        for one in kinds_for(partnership)
        if choice.municipality is not None or not one.local
    ]
    found = (
        Shelf(key, title, says, tuple(one for one in cards if one.kind.audience == key))
        for key, title, says in AUDIENCES
    )
    return tuple(one for one in found if one.cards)


def ways_of(partnership: Partnership, kind: Kind, choice: Choice) -> tuple[Way, ...]:
    if kind.page:
        arguments = [] if kind.page == "model:poster" else [partnership.slug]
        return (Way("", "", reverse(kind.page, args=arguments)),)
    page = reverse("documents:ask", args=[partnership.slug]) if kind.long else ""
    return tuple(
        Way(
            form,
            FORMS[form],
            page or f"{reverse('documents:make', args=[partnership.slug, kind.key, form])}?{choice.query}",
        )
        for form in kind.formats
    )


def years_of(today: date) -> range:
    return range(today.year, today.year - YEARS, -1)
