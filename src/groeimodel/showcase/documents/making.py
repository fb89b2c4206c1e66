"""From a wish to the bytes of a file. Heavy makers are loaded when the first file is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.utils.text import slugify
from django.utils.translation import gettext as _

from groeimodel.formats.document import Document, TooLong
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.showcase.documents import (
    annexes,
    annual_report,
    college_note,
    evaluation,
    pictures,
    selectors,
)
from groeimodel.showcase.documents.books import books_of, file_of, keeping_of
from groeimodel.showcase.documents.kinds import kind_of
from groeimodel.showcase.facts.selectors import facts_of
from groeimodel.showcase.facts.values import Facts
from groeimodel.showcase.photo.keeping import kept
from groeimodel.showcase.sheets.selectors import Period

MIME = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "png": "image/png",
    "zip": "application/zip",
}
MONEY = frozenset({"spent", "budget", "expenses", "contributions", "subsidy", "lever"})
"""Facts that are for who may see money."""
Step = Callable[[int, str], None]


class Stopped(Exception):
    """Who asked for it does not want it any more."""


@dataclass(frozen=True, slots=True)
class Wanted:
    partnership: Partnership
    municipality: Municipality | None
    period: Period
    today: date
    money: bool
    """Whether who asks may see amounts."""


@dataclass(frozen=True, slots=True)
class Made:
    content: bytes
    name: str
    """Of the file."""
    mime: str


def nothing_to_tell(progress: int, step: str) -> None:
    """For what is made at once."""


def make(key: str, form: str, wanted: Wanted, tell: Step = nothing_to_tell) -> Made:
    """Make one document. Raises LookupError: there is no such document or file."""
    kind = kind_of(key)
    if kind is None or kind.page or form not in kind.formats:
        raise LookupError(key)
    content = MAKERS[key](wanted, form, tell)
    return Made(content, file_name(key, form, wanted), MIME[form])


def file_name(key: str, form: str, wanted: Wanted) -> str:
    """'collegenota-kalmeer-2026.pdf': says what it is, for whom and of when."""
    kind = kind_of(key)
    where = (
        wanted.municipality.name if kind and kind.local and wanted.municipality else wanted.partnership.name
    )
    when = wanted.period.key if kind and kind.period and wanted.period.key else wanted.today.isoformat()
    return f"{slugify(f'{key} {where} {when}')}.{form}"


def facts_for(wanted: Wanted, *, local: bool, public: bool = False) -> Facts:
    """Without amounts for who may not see them."""
    where = wanted.municipality if local else None
    facts = facts_of(wanted.partnership, wanted.period, wanted.today, municipality=where, public=public)
    if wanted.money:
        return facts
    return replace(facts, facts=tuple(one for one in facts.facts if one.key not in MONEY))


def garden(wanted: Wanted, *, for_all: bool = False) -> str:
    return pictures.drawn(pictures.garden_for(wanted.partnership, wanted.today, for_all=for_all))


def write(document: Document, form: str) -> bytes:
    """As PDF or DOCX, made once for the same document."""
    from groeimodel.formats.document_pdf import pdf_of as maker

    return kept(f"document-{form}", repr(document), lambda: maker(document))


def fitting(documents: Iterable[Document]) -> tuple[Document, bytes]:
    """The first that fits on its page, with its PDF.

    Raises TooLong: even the shortest does not fit.
    """
    last: TooLong | None = None
    for one in documents:
        try:
            return one, write(one, "pdf")
        except TooLong as error:
            last = error
    raise last or TooLong("nothing to write")


def make_note(wanted: Wanted, form: str, tell: Step = nothing_to_tell) -> bytes:
    facts = facts_for(wanted, local=True)
    occasion = selectors.occasion_of(wanted.partnership, wanted.municipality, wanted.today)
    one, pdf = fitting(college_note.notes_of(facts, garden=garden(wanted), occasion=occasion))
    return pdf if form == "pdf" else write(one, form)


def make_report(wanted: Wanted, form: str, tell: Step = nothing_to_tell) -> bytes:
    tell(10, _("Lezen wat er genoteerd is"))
    facts = facts_for(wanted, local=False)
    books = books_of(facts, money=wanted.money)
    tell(40, _("Het verslag schrijven"))
    document = annual_report.annual_report(facts, books, garden=garden(wanted), money=wanted.money)
    tell(60, _("De bladzijden opmaken"))
    return write(document, form)


def make_evaluation(wanted: Wanted, form: str, tell: Step = nothing_to_tell) -> bytes:
    own, whole = facts_for(wanted, local=True), facts_for(wanted, local=False)
    books = books_of(whole, money=wanted.money)
    return write(evaluation.evaluation(own, whole, books, garden=garden(wanted), money=wanted.money), form)


def make_annexes(wanted: Wanted, form: str, tell: Step = nothing_to_tell) -> bytes:
    """Over the term of the file that runs; without a file over the last twelve months."""
    file = file_of(wanted.partnership, wanted.today)
    if file is not None:
        ends = min(file.dossier.ends, wanted.today)
        wanted = replace(wanted, period=Period("", min(file.dossier.starts, ends), ends))
    facts = facts_for(wanted, local=False)
    return write(annexes.annexes(facts, keeping_of(facts, file), money=wanted.money), form)


MAKERS: dict[str, Callable[[Wanted, str, Step], bytes]] = {
    "collegenota": make_note,
    "jaarverslag": make_report,
    "evaluatie": make_evaluation,
    "bijlagen": make_annexes,
}
"""By key of the kind."""
