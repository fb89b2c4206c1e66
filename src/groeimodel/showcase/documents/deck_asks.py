"""The slides at the end: what comes, what is asked of who listens, and the closing."""

from __future__ import annotations

from django.utils.translation import gettext as _

from groeimodel.formats.document import Grid
from groeimodel.formats.slides_pptx import Slide
from groeimodel.showcase.documents.deck_slides import Told, notes
from groeimodel.showcase.documents.wording import day, short

ROWS, LETTERS, MOST = 7, 90, 4


def ahead(told: Told) -> Slide | None:
    rows = told.facts.ahead[:ROWS]
    if not rows:
        return None
    table = tuple((day(one.day), short(one.text, LETTERS)) for one in rows)
    return Slide(
        _("Wat eraan komt"),
        "grid",
        grid=Grid(
            (_("Wanneer"), _("Wat")),
            table,
            _("Agenda en acties, stand van %(day)s") % {"day": day(told.facts.today)},
        ),
        notes=notes(
            _("Noem één datum waarop jullie erbij willen zijn."),
            _("Zet die datum meteen in de agenda van wie gaat."),
        ),
    )


def asked(told: Told) -> Slide:
    """What a college or a council can do now; only what something was recorded for, and one thing that is always asked."""
    college = told.audience == "college"
    points = _of_college(told) if college else _of_council(told)
    return Slide(
        _("Wat we van het college vragen") if college else _("Wat we van de raad vragen"),
        "points",
        points=tuple(points[:MOST]),
        notes=notes(
            _("Vraag één ding tegelijk, en spreek af wie het opvolgt, en tegen wanneer.")
            if college
            else _("Laat tijd voor vragen. Wat je niet weet, zoek je op en stuur je na."),
            _("Noteer wat er gezegd wordt: de partners horen het op de volgende ontmoeting."),
        ),
    )


def _of_college(told: Told) -> list[str]:
    facts, found = told.facts, []
    coming = next(iter(facts.ahead), None)
    if facts.get("meetings") or facts.get("attendance"):
        found.append(_("Geef je schepen en je ambtenaar tijd om mee te doen aan de ontmoetingen."))
    if facts.get("seedlings"):
        found.append(
            _("Kijk mee naar de voorstellen in de maak: passen ze bij de kinderen en jongeren van hier?")
        )
    if told.money and (told.whole.get("contributions") or told.whole.get("budget")):
        found.append(_("Hou rekening met onze bijdrage in het meerjarenplan."))
    if facts.harvests:
        found.append(_("Vertel verder wat we nu gebruiken, ook aan andere diensten."))
    elif coming is not None:
        found.append(
            _("Noteer %(day)s: %(text)s.") % {"day": day(coming.day), "text": short(coming.text, LETTERS)}
        )
    return [*found[: MOST - 1], _("Zeg wat het college van deze samenwerking verwacht.")]


def _of_council(told: Told) -> list[str]:
    facts, found = told.whole, []
    if any(one.layer != "partners" for one in facts.facts):
        found.append(_("Bespreek deze cijfers: wat willen we houden, wat kan beter?"))
    if facts.decisions:
        found.append(_("Volg de besluiten van de samenwerking op, en vraag uitleg waar het nodig is."))
    if facts.running:
        found.append(_("Kom kijken naar een actie in je buurt."))
    return [
        *found[: MOST - 1],
        _("Geef mee wat kinderen en jongeren in onze gemeente nodig hebben.")
        if told.where
        else _("Geef mee wat kinderen en jongeren in jouw gemeente nodig hebben."),
    ]


def closing(told: Told, link: str) -> Slide:
    college = told.audience == "college"
    name = {"name": told.facts.partnership.name}
    lead = (
        _("Wat het college hier zegt, nemen we mee naar de partners.")
        if college
        else _("%(name)s groeit door wie meedoet.") % name
    )
    more = _("Meer lezen: %(link)s") % {"link": link} if link else ""
    return Slide(
        _("En wat denken jullie?") if college else _("Dank je wel. Zijn er vragen?"),
        "closing",
        lead=f"{lead} {more}".strip(),
        picture=told.garden,
        says=told.says,
        notes=notes(
            _("Vraag rond: wat neem je mee, wat mis je nog?"),
            _("Schrijf de antwoorden op en breng ze mee naar de volgende ontmoeting."),
        ),
    )
