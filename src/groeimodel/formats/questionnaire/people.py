"""Who answered, row by row: roles and municipalities, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass, field

from groeimodel.content.municipalities import Register, normalised
from groeimodel.formats.questionnaire.answers import role_of
from groeimodel.formats.questionnaire.headers import ROLE_NAMES, Columns
from groeimodel.formats.questionnaire.problems import Problems
from groeimodel.rules.growth.content import ROLES, SEAT_ROLES, Role

NOWHERE = -1
KNOWN_ROLES = ", ".join(names[0] for names in ROLE_NAMES.values())


@dataclass(slots=True)
class People:
    """One role and one place a respondent, in the order of the file."""

    register: Register
    any_municipality: bool
    problems: Problems
    names: list[str] = field(default_factory=list)
    roles: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    keys: dict[str, int] = field(default_factory=dict)
    """Number of each municipality, in order of appearance, by its key."""
    municipalities: dict[str, str] = field(default_factory=dict)
    """Its name, by its key."""
    _places: dict[str, int | None] = field(default_factory=dict)
    _roles: dict[str, Role | None] = field(default_factory=dict)

    def add(self, name: str, columns: Columns, cells: list[str], row: int) -> None:
        role_at, place_at = columns.fields["role"], columns.fields["municipality"]
        role = self.role(cells[role_at])
        if role is None:
            text = cells[role_at].strip()
            self.problems.add(
                "rol onbekend", f"De rol '{text[:40]}' is onbekend." if text else "De rol ontbreekt.",
                f"Kies: {KNOWN_ROLES}.", row=row, column=columns.label(role_at),
            )  # fmt: skip
        place = self.place(cells[place_at])
        if place is None:
            self.unknown_place(cells[place_at].strip(), row, columns.label(place_at))
        elif place == NOWHERE and role in SEAT_ROLES:
            self.problems.add(
                "gemeente ontbreekt", "De gemeente ontbreekt.",
                "Vul ze in: een schepen of ambtenaar antwoordt voor een gemeente.",
                row=row, column=columns.label(place_at),
            )  # fmt: skip
        self.names.append(name)
        self.roles.append(ROLES.index(role or "other"))
        self.places.append(NOWHERE if place is None else place)

    def same(self, one: tuple[str, str], other: tuple[str, str]) -> bool:
        """Whether two ways of writing a municipality and a role mean the same."""
        return self.place(one[0]) == self.place(other[0]) and self.role(one[1]) == self.role(other[1])

    def role(self, text: str) -> Role | None:
        if text not in self._roles:
            self._roles[text] = role_of(text)
        return self._roles[text]

    def place(self, text: str) -> int | None:
        """Number of the municipality; -1 where none is named, None for an unknown one."""
        if text not in self._places:
            self._places[text] = self._place(text)
        return self._places[text]

    def _place(self, text: str) -> int | None:
        if not text.strip():
            return NOWHERE
        known = self.register.find(text)
        if known is None and not self.any_municipality:
            return None
        key, name = (known.nis, known.name) if known else (normalised(text) or text.strip(), text.strip())
        self.municipalities.setdefault(key, name)
        return self.keys.setdefault(key, len(self.keys))

    def unknown_place(self, text: str, row: int, column: str) -> None:
        kind = "gemeente onbekend"
        near = () if self.problems.enough(kind) else self.register.nearest(text)
        hint = f"Bedoel je {' of '.join(near)}?" if near else "Schrijf de naam of de NIS-code voluit."
        self.problems.add(kind, f"'{text[:40]}' is geen Vlaamse gemeente.", hint, row=row, column=column)
