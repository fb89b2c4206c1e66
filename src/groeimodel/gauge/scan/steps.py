"""The way through an answer sheet: one statement a screen, then guesses, words, and a last look."""

from dataclasses import dataclass

from groeimodel.gauge.scan.models import Sheet
from groeimodel.gauge.scan.selectors import content_of
from groeimodel.rules.growth.content import SEAT_ROLES, Role, Statement

SECONDS_A_STATEMENT = 12
OTHER_ROLE: dict[str, Role] = {"alderman": "officer", "officer": "alderman"}


@dataclass(frozen=True, slots=True)
class Way:
    """The statements that one sheet asks, in order, and how far it is."""

    sheet: Sheet
    statements: tuple[Statement, ...]
    guessed: tuple[Statement, ...]

    @property
    def total(self) -> int:
        return len(self.statements)

    @property
    def seen(self) -> int:
        return sum(one.id in self.sheet.answers for one in self.statements)

    @property
    def first_open(self) -> int | None:
        """Number (from 1) of the first statement that was not seen; None when all were."""
        for n, one in enumerate(self.statements, start=1):
            if one.id not in self.sheet.answers:
                return n
        return None

    @property
    def minutes_left(self) -> int:
        return max(1, round((self.total - self.seen) * SECONDS_A_STATEMENT / 60))

    @property
    def with_guesses(self) -> bool:
        return bool(self.guessed)


def way_of(sheet: Sheet) -> Way:
    content = content_of(sheet.questionnaire)
    role: Role = sheet.role  # type: ignore[assignment]
    asks = sheet.round.with_guesses if sheet.round else False
    guessed = tuple(one for one in content.statements if one.guess) if asks and role in SEAT_ROLES else ()
    return Way(sheet, content.form(role, short=sheet.short), guessed)
