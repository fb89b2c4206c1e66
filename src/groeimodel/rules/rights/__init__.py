"""Rights as one table (`table.py`), and the question whether somebody may.

    may("harvest.tend", Standing(roles={Role.OFFICER}, own={Role.OFFICER}))

Pure: who somebody is with respect to a subject (`Standing`) is looked up in `foundation.partners.access`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from groeimodel.rules.rights.table import TABLE


class Role(StrEnum):
    VISITOR = "visitor"
    """Everybody, signed in or not."""
    PERSON = "person"
    """Everybody who is signed in."""
    ALDERMAN = "alderman"
    OFFICER = "officer"
    AMBASSADOR = "ambassador"
    GUEST = "guest"
    COORDINATOR = "coordinator"
    SUPPORTER = "supporter"
    EDITOR = "editor"
    """Keeps the texts of the model, for the umbrella organisation."""
    ADMINISTRATOR = "administrator"


class Reach(StrEnum):
    NONE = "-"
    ALL = "x"
    OWN = "own"
    SELF = "self"
    PUBLIC = "public"
    EXAMPLE = "example"


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody is with respect to one subject: a partnership, a harvest, a seat, a person."""

    roles: frozenset[Role]
    """In the partnership that the subject lies in; VISITOR always, PERSON when signed in."""
    own: frozenset[Role] = frozenset()
    """Those of the roles that are held for the municipality which the subject is about."""
    is_self: bool = False
    """The subject is about this person, or in this person's care."""
    public: bool = False
    example: bool = False


@dataclass(frozen=True, slots=True)
class Right:
    name: str
    """'room.verb'."""
    reach: Mapping[Role, Reach]
    says: str
    """What it lets one do, in Dutch."""


def may(name: str, standing: Standing) -> bool:
    """Whether somebody with this standing has the right.

    Raises:
        KeyError: the right is not in the table.
    """
    return any(_reaches(reach, role, standing) for role, reach in RIGHTS[name].reach.items())


def _reaches(reach: Reach, role: Role, standing: Standing) -> bool:
    if role not in standing.roles:
        return False
    held = {
        Reach.NONE: False,
        Reach.ALL: True,
        Reach.OWN: role in standing.own,
        Reach.SELF: standing.is_self,
        Reach.PUBLIC: standing.public,
        Reach.EXAMPLE: standing.example,
    }
    return held[reach]


def read_table(text: str) -> Mapping[str, Right]:
    """The rights of a table written as in `table.py`, by name.

    Raises:
        ValueError: columns are missing or in another order, a cell is unknown, or a right stands there twice.
    """
    head, *lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    if head != ["right", *Role, "says"]:
        raise ValueError(f"The columns must be right, {', '.join(Role)}, says; found {', '.join(head)}")
    rights: dict[str, Right] = {}
    for name, *cells, says in lines:
        if len(cells) != len(Role) or not says or name in rights:
            raise ValueError(f"{name}: a cell is missing, or the right stands there twice")
        rights[name] = Right(name, dict(zip(Role, map(Reach, cells), strict=True)), says)
    return MappingProxyType(rights)


RIGHTS = read_table(TABLE)
