"""What the pages of the desk show, made from the texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groeimodel import content as texts
from groeimodel.content.addresses import Values, marks
from groeimodel.rules.growth.content import ACTORS, ROLES, Role
from groeimodel.showcase.model import views as model
from groeimodel.support.texts.checking import Found, shown_mark
from groeimodel.support.texts.forms import PieceForm
from groeimodel.support.texts.pieces import Field, Piece, Section, of_section, piece_of, pieces, sections
from groeimodel.support.texts.selectors import Brought, Difference, Working, shipped_values

MOST_HITS = 60
KINDS = {
    "unfit": gettext_lazy("Past niet meer: hier geldt nu de tekst van de software"),
    "changed": gettext_lazy("In de software veranderd: hier geldt jullie tekst"),
    "gone": gettext_lazy("Uit de software verdwenen: jullie tekst is nergens meer te lezen"),
    "new": gettext_lazy("Nieuw: deze teksten gelden al"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One text in a list."""

    piece: Piece
    title: str
    nl: str
    en: str
    words: int
    """Of all Dutch of the piece."""
    changed: bool


def line_of(piece: Piece, values: Values, changed: frozenset[str], field: Field | None = None) -> Line:
    shown = values[(field or piece.fields[0]).address]
    words = sum(len(values[one.address].get("nl", "").split()) for one in piece.fields)
    title = piece.key if piece.file.startswith("words/") else piece.title(values)
    touched = any(one.address in changed for one in piece.fields)
    return Line(piece, title, shown.get("nl", ""), shown.get("en", ""), words, touched)


def lines_of(section: Section, work: Working) -> list[Line]:
    values, changed = work.values, work.changed
    return [line_of(piece, values, changed) for piece in of_section(section)]


def hits(question: str, work: Working) -> list[Line]:
    """Texts in which each word of a question stands, in either language or in the key."""
    words, values, changed = question.casefold().split(), work.values, work.changed
    found: list[Line] = []
    for piece in pieces().values():
        for field in piece.fields:
            said = " ".join((*values[field.address].values(), field.address)).casefold()
            if not field.single and all(one in said for one in words):
                found.append(line_of(piece, values, changed, field))
    return found


@dataclass(frozen=True, slots=True)
class Row:
    """One text on the page of its piece."""

    field: Field
    boxes: tuple[tuple[Any, str, bool], ...]
    """Each language: the box of the form, what holds now, and whether the draft differs."""
    stays: tuple[str, ...]
    """Placeholders that the program fills in."""


def rows_of(piece: Piece, form: PieceForm, work: Working) -> list[Row]:
    values, found, shipped = work.values, [], shipped_values()
    for field in piece.fields:
        now = work.now.values[field.address]
        names = [field.name] if field.single else [f"{field.name}__nl", f"{field.name}__en"]
        boxes = tuple(
            (form[name], now[language], values[field.address][language] != now[language])
            for name, language in zip(names, now, strict=True)
        )
        stays = sorted(marks(piece.file, shipped[field.address].get("nl", "")))
        found.append(Row(field, boxes, tuple(shown_mark(piece.file, one) for one in stays)))
    return found


@dataclass(frozen=True, slots=True)
class Compared:
    """One text that differs, with what it is called."""

    what: Any
    piece: str
    """Empty when this program has no such text."""
    title: str
    label: str


def compared(differences: Iterable[Any], values: Values) -> list[Compared]:
    """`differences` have an address; `values` give the pieces their titles."""
    return [_compared(one, one.address, values) for one in differences]


def _compared(what: Any, address: str, values: Values) -> Compared:
    file, _colon, key = address.partition(":")
    piece = pieces().get(piece_of(file, key))
    if piece is None:
        return Compared(what, "", address, "")
    label = next((one.label for one in piece.fields if one.address == address), "")
    if key.endswith(".id"):
        label = _("Kenmerk: deze stelling vraagt iets anders dan vroeger")
    return Compared(what, piece.address, piece.title(values), label)


@dataclass(frozen=True, slots=True)
class Remark:
    """What the check found, with the name of the text it is about."""

    says: Any
    piece: str
    where: str
    title: str


def remarks(found: Iterable[Found], values: Values) -> list[Remark]:
    return [Remark(one.says, one.piece, one.where, _name(one, values)) for one in found]


def _name(one: Found, values: Values) -> str:
    """The piece and the text of it; of a word its key, which says more than its first words."""
    piece = pieces().get(one.piece)
    if piece is None or piece.file.startswith("words/"):
        return one.where or one.piece
    tail = one.where.partition(":")[2] or f"{piece.key.partition('.')[0]}.{one.where}"
    label = next((field.label for field in piece.fields if field.address == f"{piece.file}:{tail}"), "")
    title = piece.title(values)
    return f"{title} ({label})" if label else title


def changes_as_differences(work: Working) -> list[Compared]:
    found = [(one, Difference(one.address, one.language, one.old, one.new)) for one in work.changes]
    return [
        _compared({"change": change, "difference": difference}, difference.address, work.now.values)
        for change, difference in found
    ]


def brought_by_kind(brought: list[Brought], values: Values) -> list[tuple[str, Any, list[Compared]]]:
    """What needs a choice first."""
    found = [
        (kind, name, compared([one for one in brought if one.kind == kind], values))
        for kind, name in KINDS.items()
    ]
    return [one for one in found if one[2]]


def parts_of(work: Working) -> list[tuple[Section, int, int]]:
    """Each section with how many pieces it has, and how many of them the draft changes."""
    touched = {piece_of(one.file, one.key) for one in work.changes}
    found = []
    for section in sections():
        own = [one.address for one in of_section(section)]
        found.append((section, len(own), sum(one in touched for one in own)))
    return found


# -- Preview ------------------------------------------------------------------------------------------


def _scan(request: HttpRequest) -> HttpResponse:
    """The questions as somebody of one role gets them, with the advice that may follow."""
    content = texts.load()
    role: Role = next((one for one in ROLES if one == request.GET.get("rol")), "alderman")
    short = request.GET.get("vorm") == "kort"
    asked = content.form(role, short=short)
    blocks = [
        (block, [(one, one.text(role), content.place(one.start).label.nl, [(content.word(f"actor.{actor}"), one.advice[actor].nl) for actor in ACTORS]) for one in asked if one.block == block.id])
        for block in content.blocks
    ]  # fmt: skip
    context = {
        "blocks": [one for one in blocks if one[1]],
        "roles": [(one, content.word(f"role.{one}")) for one in ROLES],
        "role": role,
        "short": short,
        "asked": len(asked),
    }
    return render(request, "texts/preview_scan.html", context)


def _model(slug: str) -> Callable[[HttpRequest], HttpResponse]:
    return lambda request: model.model(request, slug)


PREVIEWS: dict[str, tuple[Any, Callable[[HttpRequest], HttpResponse]]] = {
    "start": (gettext_lazy("Startpagina"), model.start),
    "infographic": (gettext_lazy("Infographic"), model.infographic),
    "potgrond": (gettext_lazy("Potgrond"), _model("potgrond")),
    "bloemenweide": (gettext_lazy("Bloemenweide"), _model("bloemenweide")),
    "bloemenwinkel": (gettext_lazy("Bloemenwinkel"), _model("bloemenwinkel")),
    "succesfactoren": (gettext_lazy("Succesfactoren"), model.factors),
    "groeiscan": (gettext_lazy("Vragen van de groeiscan"), _scan),
    "affiche": (gettext_lazy("Affiche (PDF)"), model.poster),
}


def preview(request: HttpRequest, what: str) -> HttpResponse:
    """A page with the content that is in force in this request; a draft when the caller says so."""
    if what != "affiche":
        says = _("Dit is een voorbeeld met het ontwerp. Enkel redacteurs zien het.")
        back = format_html('<a href="{}">{}</a>', reverse("texts:draft"), _("Terug naar het ontwerp"))
        messages.info(request, format_html("{} {}", says, back))
    response = PREVIEWS[what][1](request)
    response["Cache-Control"] = "private, no-store"
    return response
