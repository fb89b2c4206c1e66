"""An editor at the desk, for every test of it."""

from __future__ import annotations

from collections.abc import Mapping

from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import person
from groeimodel.support.texts import selectors, services
from groeimodel.support.texts.models import Version
from groeimodel.support.texts.pieces import Piece, pieces

FIRST = "principles.toml:principle.soil-first"
STATEMENT = "statements/soil.toml:statement.soil-exchange-regular"
WORD = "words/infographic.toml:infographic.more"
"""It has the placeholder {name}."""


def editor(name: str = "Iris") -> Person:
    one = person(name)
    one.edits_content = True
    one.save()
    return one


def piece(address: str) -> Piece:
    return pieces()[address]


def say(
    key: str,
    dutch: str,
    english: str | None = None,
    *,
    by: Person | None = None,
    same: bool | None = None,
    piece_address: str = FIRST,
) -> None:
    """Change one text of a piece in the draft; `key` is what follows the address of the piece."""
    found = piece(piece_address)
    said: Mapping[str, str] = {"nl": dutch} if english is None else {"nl": dutch, "en": english}
    address = f"{piece_address}.{key}" if key else piece_address
    seen = selectors.working().token(found)
    services.change_piece(piece=found, said={address: said}, seen=seen, same_meaning=same, actor=by)


def publish(dutch: str, english: str = "Other words.", *, by: Person | None = None) -> Version:
    """Publish another text of the first principle."""
    say("text", dutch, english, by=by)
    return services.publish(note="Beter gezegd", actor=by)
