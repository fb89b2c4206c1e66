"""What is wrong with a file: everything at once, with row, column and what to do."""

from collections import Counter
from dataclasses import dataclass

MOST_OF_A_KIND = 200


@dataclass(frozen=True, slots=True)
class Problem:
    row: int | None
    """Counted as a spreadsheet does: the first row is 1. None for the file as a whole."""
    column: str
    """Letter and header, 'D (rol)'; empty for the row as a whole."""
    message: str
    hint: str

    def __str__(self) -> str:
        places = [f"rij {self.row}" if self.row else "", f"kolom {self.column}" if self.column else ""]
        place = ", ".join(part for part in places if part)
        said = f"{self.message} {self.hint}".strip()
        return f"{place}: {said}" if place else said

    @property
    def place(self) -> tuple[int, int, str]:
        """Sorts as one reads: from top to bottom, then from column A to AA and on."""
        letters = self.column.partition(" ")[0]
        return self.row or 0, len(letters), letters


class BadInput(Exception):
    """A file that cannot be used. `problems` lists what is wrong; nothing was done."""

    def __init__(self, problems: tuple[Problem, ...], more: tuple[str, ...] = ()) -> None:
        self.problems = problems
        self.more = more
        """How many of each kind were left off the list, in words."""
        super().__init__("\n".join([*map(str, problems), *more]))


class Problems:
    """Collects problems; of each kind only the first two hundred are kept, the rest is counted."""

    def __init__(self) -> None:
        self.kept: list[Problem] = []
        self.counts: Counter[str] = Counter()

    def add(self, kind: str, message: str, hint: str, *, row: int | None = None, column: str = "") -> None:
        self.counts[kind] += 1
        if self.counts[kind] <= MOST_OF_A_KIND:
            self.kept.append(Problem(row, column, message, hint))

    def enough(self, kind: str) -> bool:
        """Whether the rest of this kind is only counted: then nearest names need not be looked for any more."""
        return self.counts[kind] >= MOST_OF_A_KIND

    def stop(self) -> None:
        """Raise BadInput when there is any problem."""
        if not self.kept:
            return
        more = tuple(
            f"... en nog {count - MOST_OF_A_KIND} keer: {kind}"
            for kind, count in self.counts.items()
            if count > MOST_OF_A_KIND
        )
        raise BadInput(tuple(sorted(self.kept, key=lambda problem: problem.place)), more)


def fail(message: str, hint: str) -> BadInput:
    """One problem with the file as a whole."""
    return BadInput((Problem(None, "", message, hint),))
