"""A sheet in words: the same on screen and on paper."""

from __future__ import annotations

from django.conf import settings
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.formats.harvest_sheet import Crop, Figure, Sheet
from groeimodel.foundation.files.models import Document
from groeimodel.foundation.files.storing import storage
from groeimodel.foundation.partners.colours import COLOURS, LEAF
from groeimodel.showcase.sheets.selectors import Row, Shown

LONGEST_TEXT = 220


def title_of(one: Shown) -> str:
    words = {"name": one.municipality.name}
    return {
        "college": _("Wat samenwerken %(name)s oplevert") % words,
        "collegas": _("Wat wij in %(name)s van de buren gebruiken") % words,
        "inwoners": _("Nieuw voor kinderen en jongeren in %(name)s") % words,
    }[one.audience]


def lead_of(one: Shown) -> str:
    if not one.total:
        return _("In deze periode is nog geen oogst genoteerd.")
    words = {"n": one.total, "partnership": one.partnership.name}
    return {
        "college": ngettext(
            "%(n)s ding gebruiken we nu, dankzij de samenwerking.",
            "%(n)s dingen gebruiken we nu, dankzij de samenwerking.",
            one.total,
        ),
        "collegas": ngettext(
            "%(n)s idee dat elders al werkte. Je kunt het morgen gebruiken.",
            "%(n)s ideeën die elders al werkten. Je kunt ze morgen gebruiken.",
            one.total,
        ),
        "inwoners": _("Dit kwam er omdat gemeenten samenwerken voor de jeugd."),
    }[one.audience] % words


def period_in_words(one: Shown) -> str:
    if one.period.starts is None:
        return _("sinds het begin")
    days = {"from": date_format(one.period.starts, "j F Y"), "until": date_format(one.period.ends, "j F Y")}
    return _("%(from)s tot %(until)s") % days


def figures_of(one: Shown) -> list[Figure]:
    """At most four; for residents only what they can see."""
    words = (
        ngettext("nieuw ding", "nieuwe dingen", one.total) if one.audience == "inwoners" else _("keer oogst")
    )
    found = [Figure(str(one.total), words)] if one.total else []
    if one.audience == "college":
        if one.held:
            found.append(Figure(f"{one.attended}/{one.held}", _("ontmoetingen waar we waren")))
        if one.given:
            found.append(Figure(str(one.given), _("keer gaven wij iets aan een ander")))
        if one.worked:
            found.append(Figure(number_format(one.worked.normalize()), _("uren werk genoteerd")))
        elif one.granted:
            found.append(Figure(number_format(one.granted.normalize()), _("uur per maand toegestaan")))
    if one.audience == "inwoners":
        return [Figure(str(len(one.partners) + 1), _("gemeenten werken samen")), *found] if found else []
    return found


def figure_of(row: Row) -> str:
    if row.harvest.figure is None:
        return ""
    return f"{number_format(row.harvest.figure.normalize())} {row.harvest.unit}"


def aside_of(one: Shown, row: Row) -> str:
    """Where it came from: with whom to ask for colleagues, without names of people for residents."""
    origin = row.harvest.from_municipality
    if origin is None:
        return _("Uit de hele groep.") if one.audience != "inwoners" else ""
    words = {"name": origin.name_today, "officer": row.officer}
    if one.audience == "collegas" and row.officer:
        return _("Van %(name)s. Vraag het aan %(officer)s.") % words
    if one.audience == "inwoners":
        return _("Samen met %(name)s.") % words
    return _("Van %(name)s.") % words


def text_of(row: Row) -> str:
    text = " ".join(row.harvest.text.split())
    return text if len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT].rsplit(' ', 1)[0]} …"


def closing_of(one: Shown) -> tuple[str, list[str]]:
    """What the reader can do now."""
    if one.audience == "college":
        hours = {"hours": number_format(one.granted.normalize())}
        return _("Wat vragen we?"), [
            _("Hou tijd vrij voor ontmoetingen: nu %(hours)s uur per maand.") % hours
            if one.granted
            else _("Geef een tijdsmandaat, zodat er uren zijn om mee te doen."),
            _("Zeg mee waarover het volgende keer moet gaan: je krijgt de thema's tien dagen vooraf."),
        ]
    if one.audience == "collegas":
        return _("Ook iets nodig?"), [
            _("Stel je vraag: de jeugddienst geeft ze door aan de buurgemeenten."),
            _("Werkt er bij jou iets goed? Laat het weten, dan gebruiken anderen het ook."),
        ]
    return _("Heb je een idee?"), [_("Vertel het aan de jeugddienst van je gemeente.")]


def overline_of(one: Shown) -> str:
    return f"{one.partnership.name} · {period_in_words(one)}"


def footer_of(one: Shown) -> str:
    names = ", ".join(one.partners)
    with_whom = _("%(partnership)s: met %(names)s.") % {"partnership": one.partnership.name, "names": names}
    return with_whom if one.partners else one.partnership.name


def on_paper(one: Shown, *, garden: str) -> Sheet:
    """The sheet for the PDF; `garden` is the picture of the partnership's garden."""
    pictures: dict[str, bytes] = {}
    crops = []
    for row in one.rows:
        name = ""
        if row.picture is not None:
            name = f"foto-{row.picture.pk}.webp"
            pictures[name] = small_picture(row.picture)
        crops.append(
            Crop(
                title=row.harvest.title,
                text=text_of(row),
                figure=figure_of(row),
                aside=aside_of(one, row),
                picture=name,
                alt=(row.picture.alt or row.harvest.title) if row.picture else "",
            )
        )
    closing_title, closing = closing_of(one)
    return Sheet(
        title=title_of(one),
        overline=overline_of(one),
        lead=lead_of(one),
        figures=figures_of(one),
        crops=crops,
        left_out=one.total - len(one.rows),
        more=_("En nog %d andere, op de pagina van de oogst."),
        closing_title=closing_title,
        closing=closing,
        footer=f"{footer_of(one)} {settings.PUBLIC_URL}",
        garden=garden,
        garden_says=_("De tuin van %(partnership)s") % {"partnership": one.partnership.name},
        colour=COLOURS.get(one.partnership.colour, LEAF),
        pictures=pictures,
    )


def small_picture(document: Document) -> bytes:
    with storage().open(document.thumb) as file:
        return bytes(file.read())
