"""What is wrong with a draft, all at once and in words; and what deserves a second look."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groeimodel.content import energy, objections, presentation
from groeimodel.content.addresses import marks
from groeimodel.content.errors import ContentError
from groeimodel.content.in_force import laid_of, made_of
from groeimodel.support.texts.models import Change
from groeimodel.support.texts.pieces import piece_of, pieces
from groeimodel.support.texts.selectors import Working, brought, shipped_values

LONGEST = 20
"""Words in a sentence that somebody reads in one go (level B1)."""
STATEMENT = 100
"""Characters of a statement."""
BROUGHT = gettext_lazy("De software brengt nieuwe teksten mee. Kijk die eerst na.")
BESIDE: dict[str, Callable[[Any], object]] = {
    energy.NAME: energy.advice_of,
    objections.NAME: objections.objections_of,
    presentation.NAME: presentation.notes_of,
}
"""How the files beside the model are checked."""
TOLD = re.compile(r"(?P<where>[^\s:]+(?:: \S+\[\d+\][^\s:]*)?): (?P<says>.*)", re.DOTALL)
"""Where in a file, 'soil-trust.advice.officer' or 'meeting: step[2].title', and what is wrong there."""
NEGATIVE = re.compile(r"\b(niet|geen|nooit)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """One thing about one text; `piece` is where it is edited, empty when it is about everything."""

    says: Any
    piece: str = ""
    where: str = ""


def problems_of(work: Working) -> list[Found]:
    """Everything that stands in the way of publishing."""
    draft = work.as_published()
    found = [Found(BROUGHT)] if brought(work.now) else []
    found += _of_changes(work)
    found += [
        Found(
            _(
                "Hier staat iets om in te vullen dat het programma niet kent, of een losse accolade of een los %-teken."
            ),
            _piece(one),
            one,
        )
        for one in _unfilled(work)
    ]
    raw = laid_of(draft).raw
    makes: list[Callable[[], object]] = [partial(made_of, draft)]
    for make in makes + [partial(one, raw[name]) for name, one in BESIDE.items()]:
        try:
            make()
        except ContentError as error:
            found += [_of_loader(one) for one in error.problems]
    return found + [
        Found(_("Deze tekst bestaat niet meer in de software. Neem de verandering terug."), "", one)
        for one in laid_of(draft).gone
    ]


def _of_changes(work: Working) -> Iterator[Found]:
    for one in work.changes:
        now = work.now.values.get(one.address, {}).get(one.language)
        if now is None:
            yield Found(
                _("Deze tekst bestaat niet meer in de software. Neem de verandering terug."), "", one.address
            )
        elif now != one.old:
            says = _(
                "Intussen geldt hier een andere tekst dan toen je hem veranderde. Bewaar deze tekst opnieuw."
            )
            yield Found(says, _piece(one.address), one.address)
        if asks_meaning(one) and one.same_meaning is None:
            says = _("Zeg of deze stelling nog hetzelfde vraagt.")
            yield Found(says, _piece(one.address), one.address)


def asks_meaning(change: Change) -> bool:
    """Whether answers on this text are compared between rounds."""
    return change.key.startswith("statement.") and ".wording." in change.key


def _unfilled(work: Working) -> list[str]:
    """Braces that the program fills in nowhere: the page would stop at them."""
    shipped = shipped_values()
    return [
        one.address
        for one in work.changes
        if not marks(one.file, one.new) <= marks(one.file, shipped.get(one.address, {}).get(one.language, ""))
    ]


def _of_loader(problem: str) -> Found:
    """'file: key: what' of the content checks, with the piece it is about."""
    file, _colon, rest = problem.partition(": ")
    told = TOLD.fullmatch(rest)
    if told is None:
        return Found(rest, "", file)
    where, says = told["where"], told["says"]
    for address, piece in pieces().items():
        own = piece.key.partition(".")[2] or piece.key
        if piece.file == file and (where == own or where.startswith((f"{own}.", f"{own}[", f"{own}: "))):
            return Found(says, address, where)
    return Found(says, "", f"{file} {where}")


def _piece(address: str) -> str:
    file, _colon, key = address.partition(":")
    piece = piece_of(file, key)
    return piece if piece in pieces() else ""


def warnings_of(work: Working) -> list[Found]:
    """What may be published, but deserves a second look. About changed texts only."""
    dutch = {one.address for one in work.changes if one.language == "nl"}
    english = {one.address for one in work.changes if one.language == "en"}
    found = [Found(says, _piece(one.address), one.address) for one in work.changes for says in _hints(one)]
    found += [
        Found(_("Het Nederlands veranderde, het Engels niet. Klopt het Engels nog?"), _piece(one), one)
        for one in sorted(dutch - english)
    ]
    return found


def _hints(change: Change) -> Iterator[str]:
    if missing := marks(change.file, change.old) - marks(change.file, change.new):
        names = ", ".join(shown_mark(change.file, one) for one in sorted(missing))
        yield _("Wat het programma hier invulde, is weg: %(names)s.") % {"names": names}
    if change.language == "nl":
        for sentence in long_sentences(change.new):
            values: dict[str, Any] = {"n": len(sentence.split()), "start": " ".join(sentence.split()[:5])}
            yield (
                _("Een zin van %(n)d woorden leest moeilijk: ‘%(start)s …’. Kan het in twee zinnen?") % values
            )
        if asks_meaning(change):
            yield from _of_statement(change.new)
    if change.key.endswith(".id"):
        yield _(
            "Deze stelling vraagt iets anders dan vroeger. Rondes van voor en na worden er niet op vergeleken."
        )


def shown_mark(file: str, mark: str) -> str:
    """A placeholder as it stands in the text."""
    return f"%({mark})s" if file == objections.NAME else f"{{{mark}}}"


def _of_statement(text: str) -> Iterator[str]:
    if len(text) > STATEMENT:
        yield _("Een stelling telt best hoogstens honderd tekens; deze %(n)d.") % {"n": len(text)}
    if found := NEGATIVE.search(text):
        yield _("Een stelling met ‘%(word)s’ is lastig te beantwoorden. Zeg het liever positief.") % {
            "word": found.group()
        }


def long_sentences(text: str) -> list[str]:
    """Sentences of more than twenty words."""
    return [one for one in re.split(r"(?<=[.!?:])\s+", text) if len(one.split()) > LONGEST]
