"""From a wish to the bytes of a file. Heavy makers are loaded when the first file is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from django.utils.text import slugify
from django.utils.translation import gettext as _

from groeimodel.formats.document import Document, TooLong
from groeimodel.formats.garden_png import render_png
from groeimodel.formats.garden_poster import poster_of
from groeimodel.formats.slides_pptx import pptx_of
from groeimodel.formats.social_card import card_of
from groeimodel.rules.picture.garden import Garden
from groeimodel.showcase.documents import (
    annexes,
    annual_report,
    bundles,
    college_note,
    evaluation,
    pictures,
    posters,
    selectors,
)
from groeimodel.showcase.documents.books import books_of, file_of, keeping_of
from groeimodel.showcase.documents.deck import DeckFor, deck_of
from groeimodel.showcase.documents.kinds import kind_of
from groeimodel.showcase.documents.wishes import Made, Step, Wanted, nothing_to_tell
from groeimodel.showcase.facts.selectors import facts_of
from groeimodel.showcase.facts.values import Facts
from groeimodel.showcase.photo.keeping import kept
from groeimodel.showcase.sheets.selectors import Period, period_of

MIME = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "png": "image/png",
    "zip": "application/zip",
}
MONEY = frozenset({"spent", "budget", "expenses", "contributions", "subsidy", "lever"})
"""Facts that are for who may see money."""


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
    if form == "docx":
        from groeimodel.formats.document_docx import docx_of as maker
    else:
        from groeimodel.formats.document_pdf import pdf_of as maker
    return kept(f"document-{form}", repr(document), lambda: maker(document))


def fitting(documents: Iterable[Document]) -> bytes:
    """The PDF of the first that fits on its page.

    Raises TooLong: even the shortest does not fit.
    """
    last: TooLong | None = None
    for one in documents:
        try:
            return write(one, "pdf")
        except TooLong as error:
            last = error
    raise last or TooLong("nothing to write")


def make_note(wanted: Wanted, form: str, tell: Step = nothing_to_tell) -> bytes:
    facts = facts_for(wanted, local=True)
    occasion = selectors.occasion_of(wanted.partnership, wanted.municipality, wanted.today)
    if form == "docx":
        room = college_note.IN_WORD
        return write(college_note.college_note(facts, occasion=occasion, room=room), form)
    return fitting(college_note.notes_of(facts, garden=garden(wanted), occasion=occasion))


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


def make_poster(wanted: Wanted, form: str, tell: Step = nothing_to_tell) -> bytes:
    one = posters.poster(*_for_all(wanted))
    return kept("document-poster", repr(one), lambda: poster_of(one))


def make_card(wanted: Wanted, form: str, tell: Step = nothing_to_tell) -> bytes:
    one = posters.card(*_for_all(wanted))
    return kept("document-card", repr(one), lambda: card_of(one))


def _for_all(wanted: Wanted) -> tuple[Facts, Garden]:
    """What everybody may see, of the last twelve months."""
    wanted = replace(wanted, period=period_of("", wanted.today), money=False)
    picture = pictures.garden_for(wanted.partnership, wanted.today, for_all=True)
    return facts_for(wanted, local=False, public=True), picture


def make_slides(audience: DeckFor, wanted: Wanted, form: str, tell: Step = nothing_to_tell) -> bytes:
    """For a college of its own municipality; for the councils of all of them."""
    picture = pictures.garden_for(wanted.partnership, wanted.today, for_all=False)
    whole = facts_for(wanted, local=False)
    facts = facts_for(wanted, local=True) if audience == "college" else whole
    one = deck_of(
        facts,
        render_png(pictures.drawn(picture)),
        audience,
        whole=whole,
        money=wanted.money,
        says=posters.says_of(whole, picture),
    )
    return kept("document-pptx", repr(one), lambda: pptx_of(one))


MAKERS: dict[str, Callable[[Wanted, str, Step], bytes]] = {
    "collegenota": make_note,
    "jaarverslag": make_report,
    "evaluatie": make_evaluation,
    "bijlagen": make_annexes,
    "dia-college": partial(make_slides, "college"),
    "dia-raad": partial(make_slides, "council"),
    "affiche-tuin": make_poster,
    "kaartje": make_card,
    "collegenotas": lambda wanted, form, tell: bundles.all_notes(wanted, make, tell),
    "alles": lambda wanted, form, tell: bundles.everything(wanted, make, tell),
}
"""By key of the kind."""
