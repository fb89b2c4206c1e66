"""Mails of the desk: short, plain, one thing to do. A mail never repeats more of a request than its reader needs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groeimodel.foundation import links
from groeimodel.foundation.mail.services import Action, Letter, post
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.tending.money import in_euro
from groeimodel.shop.desk.models import Line, Request
from groeimodel.shop.desk.selectors import coordinators_of

CONFIRM, STATE, THANKS, INSIDE = "desk.confirm", "desk.state", "desk.thanks", "desk.inside"
CONFIRM_DAYS, RATE_DAYS = 7, 60
SAID = gettext_lazy("Er is een nieuw bericht van de klant.")
ACCEPTED = gettext_lazy("De klant zegt ja op jullie voorstel.")
WITHDRAWN = gettext_lazy("De klant trok de aanvraag in. Staat er een boeking bij? Annuleer ze dan.")


_silent: ContextVar[bool] = ContextVar("silent", default=False)


@contextmanager
def silence() -> Iterator[None]:
    """No mails in here: for example data, that tells of long ago."""
    token = _silent.set(True)
    try:
        yield
    finally:
        _silent.reset(token)


def confirm_link(request: Request) -> str:
    return reverse("desk:confirm", args=[links.sign(CONFIRM, {"request": request.pk}, days=CONFIRM_DAYS)])


def rate_link(request: Request) -> str:
    return reverse("desk:rate", args=[links.sign(THANKS, {"request": request.pk}, days=RATE_DAYS)])


def ask_to_confirm(request: Request) -> None:
    letter = Letter(
        subject=_("Bevestig je vraag aan %(shop)s") % {"shop": request.partnership.name},
        paragraphs=[
            _("Je vroeg iets aan %(shop)s: %(subject)s.") % _words(request),
            _("Klik op de knop om je vraag te versturen. Zonder die klik leest niemand ze."),
        ],
        action=Action(_("Verstuur mijn vraag"), confirm_link(request)),
        after=[
            _("De link werkt 7 dagen. Vroeg je niets? Doe dan niets: we wissen alles vanzelf."),
        ],
    )
    _to_customer(CONFIRM, request, letter)


def tell_received(request: Request) -> None:
    paragraphs = [
        _("We hebben je vraag goed ontvangen: %(subject)s.") % _words(request),
        _("Je krijgt een antwoord uiterlijk op %(day)s.") % {"day": _day(request.promised_on)},
    ]
    _tell(
        request,
        _("We hebben je vraag: %(subject)s"),
        paragraphs,
        after=[_("Met deze knop volg je alles, zonder account. Bewaar deze mail.")],
    )


def tell_reply(request: Request, text: str, *, asks: bool) -> None:
    subject = (
        _("We hebben nog iets van je nodig: %(subject)s") if asks else _("Antwoord op je vraag: %(subject)s")
    )
    paragraphs = [_from(request), *_lines(text)]
    button = _("Antwoord") if asks else _("Bekijk je aanvraag")
    _tell(request, subject, paragraphs, button=button)


def tell_proposal(request: Request, line: Line) -> None:
    facts = [part for part in (_when(line.day), _cost(line.price)) if part]
    paragraphs = [_from(request), *_lines(line.text), *([("list", facts)] if facts else [])]
    after = [_("Ja zeggen doe je met één knop. Is het niet helemaal wat je zocht? Schrijf het ons daar.")]
    _tell(
        request,
        _("Een voorstel voor jou: %(subject)s"),
        paragraphs,
        button=_("Bekijk het voorstel"),
        after=after,
    )


def tell_agreed(request: Request) -> None:
    facts = [part for part in (_when(request.agreed_on), _cost(request.price)) if part]
    paragraphs = [
        _("Dit is afgesproken:"),
        *_lines(request.agreed_what),
        *([("list", facts)] if facts else []),
    ]
    _tell(request, _("Afgesproken: %(subject)s"), paragraphs)


def tell_declined(request: Request) -> None:
    paragraphs = [_("Jammer, maar dit kunnen we niet doen. De reden:"), *_lines(request.why)]
    _tell(request, _("We kunnen niet ingaan op je vraag: %(subject)s"), paragraphs)


def tell_reopened(request: Request) -> None:
    paragraphs = [_("We openden je aanvraag weer en kijken er opnieuw naar.")]
    _tell(request, _("We bekijken je vraag opnieuw: %(subject)s"), paragraphs)


def thank(request: Request) -> None:
    """With one question; what is answered is kept apart from the request."""
    if not request.email:
        return
    letter = Letter(
        subject=_("Bedankt, en hoe was het? %(subject)s") % _words(request),
        paragraphs=[
            _("Je aanvraag bij %(shop)s is afgerond. Bedankt voor het vertrouwen.") % _words(request),
            _("Hoe was het? Eén vraag, tien seconden."),
        ],
        action=Action(_("Zeg hoe het was"), rate_link(request)),
        after=[
            _("We bewaren je antwoord zonder je naam en tonen enkel het gemiddelde van vijf klanten of meer.")
        ],
    )
    _to_customer(THANKS, request, letter)


def tell_inside_new(request: Request) -> None:
    """To whoever coordinates: there is a request."""
    words = _words(request) | {"day": _day(request.promised_on)}
    letter = Letter(
        subject=_("Nieuwe aanvraag: %(subject)s") % words,
        paragraphs=[
            _("Er kwam een aanvraag binnen: %(subject)s.") % words,
            _("Er is een antwoord beloofd tegen %(day)s. Kies wie ze opvolgt.") % words,
        ],
        action=Action(_("Bekijk de aanvraag"), inside_path(request)),
    )
    for person in coordinators_of(request.partnership):
        _post(INSIDE, person, letter, request)


def tell_inside(request: Request, what: Any) -> None:
    """To whoever follows it up; to who coordinates while nobody does."""
    letter = Letter(
        subject=_("Aanvraag %(subject)s: nieuws van de klant") % _words(request),
        paragraphs=[str(what)],
        action=Action(_("Bekijk de aanvraag"), inside_path(request)),
    )
    people = [request.handler] if request.handler else coordinators_of(request.partnership)
    for person in people:
        _post(INSIDE, person, letter, request)


def tell_assigned(request: Request, handler: Person) -> None:
    letter = Letter(
        subject=_("Jij volgt een aanvraag op: %(subject)s") % _words(request),
        paragraphs=[
            _("Er is een antwoord beloofd tegen %(day)s.") % {"day": _day(request.answer_by)}
            if request.answer_by
            else _("De klant is nu aan zet.")
        ],
        action=Action(_("Bekijk de aanvraag"), inside_path(request)),
    )
    _post(INSIDE, handler, letter, request)


def inside_path(request: Request) -> str:
    return reverse("desk:request", args=[request.partnership.slug, request.pk])


def _tell(
    request: Request, subject: str, paragraphs: list[Any], *, button: str = "", after: list[str] | None = None
) -> None:
    """A mail on a change of state; none once the address was erased."""
    letter = Letter(
        subject=subject % _words(request),
        paragraphs=paragraphs,
        action=Action(button or _("Bekijk je aanvraag"), request.path()),
        after=after or [],
    )
    _to_customer(STATE, request, letter)


def _to_customer(kind: str, request: Request, letter: Letter) -> None:
    if request.email:
        _post(kind, request.email, letter, request, name=request.name)


def _post(kind: str, to: Person | str, letter: Letter, request: Request, *, name: str = "") -> None:
    if not _silent.get():
        post(kind=kind, to=to, name=name, letter=letter, partnership=request.partnership)


def _words(request: Request) -> dict[str, str]:
    return {"subject": request.subject, "shop": request.partnership.name}


def _from(request: Request) -> str:
    return _("%(shop)s schrijft je over %(subject)s:") % _words(request)


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def _day(day: Any) -> str:
    return date_format(day, "l j F Y") if day else ""


def _when(day: Any) -> str:
    return _("Wanneer: %(day)s") % {"day": _day(day)} if day else ""


def _cost(price: Any) -> str:
    if price is None:
        return ""
    return _("Prijs: %(price)s") % {"price": in_euro(price)} if price else _("Prijs: gratis")
