"""The slow, obvious twin of the scores: loops over lists, as one would explain it at a table."""

from collections.abc import Sequence
from statistics import mean

from groeimodel.rules.growth.content import LAYERS, ROLES, SEAT_ROLES, Content, Statement
from groeimodel.rules.growth.responses import Responses


def points(answer: float) -> float:
    return (answer - 1) / 4 * 100


def average(values: Sequence[float | None]) -> float | None:
    there = [value for value in values if value is not None]
    return mean(there) if there else None


class Twin:
    def __init__(self, responses: Responses, content: Content) -> None:
        self.responses = responses
        self.content = content

    def person_block(self, person: int, statements: Sequence[Statement]) -> float | None:
        role = ROLES[self.responses.roles[person]]
        asked = [one for one in statements if one.asked_of(role) and one.id in self.responses.statements]
        answers = [
            float(self.responses.answers[person, self.responses.statements.index(one.id)]) for one in asked
        ]
        given = [points(answer) for answer in answers if answer == answer]
        return mean(given) if given and len(given) >= len(asked) / 2 else None

    def person(self, person: int, kind: str, subject: str) -> float | None:
        every = self.content.statements
        if kind == "block":
            return self.person_block(person, [one for one in every if one.block == subject])
        if kind == "hallmark":
            return self.person_block(person, [one for one in every if one.hallmark and one.layer == subject])
        blocks = [block.id for block in self.content.blocks if block.layer == subject]
        return average([self.person(person, "block", block) for block in blocks])

    def seat(self, town: int, role: str, kind: str, subject: str) -> float | None:
        return average(
            [
                self.person(person, kind, subject)
                for person in range(len(self.responses.respondents))
                if self.responses.municipality[person] == town and ROLES[self.responses.roles[person]] == role
            ]
        )

    def town(self, town: int, kind: str, subject: str) -> float | None:
        return average([self.seat(town, role, kind, subject) for role in SEAT_ROLES])

    def partnership(self, kind: str, subject: str) -> float | None:
        return average([self.town(town, kind, subject) for town in range(len(self.responses.municipalities))])

    def everything(self) -> dict[tuple[str, str], float | None]:
        subjects: list[tuple[str, str]] = [
            (kind, layer) for kind in ("layer", "hallmark") for layer in LAYERS
        ]
        subjects += [("block", block.id) for block in self.content.blocks]
        return {(kind, subject): self.partnership(kind, subject) for kind, subject in subjects}
