"""Sheets of the cast for tests: rounds with answers, made through the services as a page would."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django_scopes import scope

from groeimodel import content as texts
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.testing.cast import Cast
from groeimodel.gauge.scan import services
from groeimodel.gauge.scan.models import Round, Sheet
from groeimodel.rules.growth.content import Role, Statement

Mark = Callable[[Statement], int | None]


@contextmanager
def inside(cast: Cast) -> Iterator[None]:
    """In the scope of the cast's partnership, as its pages are."""
    with scope(partnership=cast.partnership):
        yield


def opened(cast: Cast, **options: Any) -> Round:
    with inside(cast):
        return services.open_round(
            partnership=cast.partnership, by=cast.finn, **{"title": "Najaar 2026", **options}
        )


def closed(cast: Cast, round: Round) -> Round:
    services.close_round(round=round, by=cast.finn)
    return round


def marks(role: Role, mark: int | Mark | None, *, short: bool = False) -> dict[str, int | None]:
    """An answer to every statement that this role is asked."""
    asked = texts.load().form(role, short=short)
    return {one.id: mark(one) if callable(mark) else mark for one in asked}


def handed_in(
    round: Round | None,
    role: Role,
    municipality: Municipality | None = None,
    *,
    mark: int | Mark | None = 4,
    guesses: Mapping[str, int | None] | None = None,
    views: tuple[str, str, str] | None = None,
) -> Sheet:
    """A sheet, answered and handed in; without a round it is a visitor's own, in the short form."""
    sheet = services.start_sheet(role=role, round=round, municipality=municipality, short=round is None)
    services.answer(sheet=sheet, answers=marks(role, mark, short=sheet.short), guesses=guesses)
    if views:
        needs, thresholds, opportunities = views
        services.note_views(sheet=sheet, needs=needs, thresholds=thresholds, opportunities=opportunities)
    services.submit(sheet=sheet)
    return sheet


def full_round(cast: Cast, *, alderman: int = 4, officer: int = 4, **options: Any) -> Round:
    """A closed round in which both seats of both municipalities answered."""
    round = opened(cast, **options)
    for municipality in (cast.municipality, cast.neighbour):
        handed_in(round, "alderman", municipality, mark=alderman)
        handed_in(round, "officer", municipality, mark=officer)
    return closed(cast, round)
