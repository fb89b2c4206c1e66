"""Mails about sittings. The button needs no signing in: whoever has a seat answers in seconds, on a phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django_scopes import scopes_disabled

from groeimodel.foundation import links
from groeimodel.foundation.mail.letters import Paragraph
from groeimodel.foundation.mail.services import Action, Letter, post
from groeimodel.shop.organs.models import OrganSeat
from groeimodel.shop.sittings import calendars, seating
from groeimodel.shop.sittings.models import Sitting

PURPOSE = "sittings.seat"
AFTER_DAYS = 3


@dataclass(frozen=True, slots=True)
class Opened:
    """What a link is for: one seat on one sitting, held by whoever the mail went to."""

    sitting: Sitting
    seat: OrganSeat


def link_for(sitting: Sitting, seat: OrganSeat) -> str:
    """An address that works until some days after the sitting."""
    left = (sitting.starts - timezone.now()).total_seconds() / 86_400
    payload = {"sitting": sitting.pk, "seat": seat.pk, "person": seat.person_id}
    return reverse("sittings:by_link", args=[links.sign(PURPOSE, payload, days=max(left, 0) + AFTER_DAYS)])


def open_link(token: str) -> Opened:
    """Read a link.

    Raises:
        links.Expired, links.Invalid: it is too old or was changed; the sitting is gone, or somebody else has the seat.
    """
    payload = links.read(PURPOSE, token)
    with scopes_disabled():
        sitting = (
            Sitting.objects.select_related("partnership", "organ__partnership")
            .filter(pk=payload["sitting"])
            .first()
        )
        seats = OrganSeat.objects.select_related("person", "municipality").filter(pk=payload["seat"])
        seat = seats.filter(person=payload["person"], person__is_active=True, person__erased_at=None).first()
    if sitting is None or seat is None:
        raise links.Invalid
    return Opened(sitting, seat)


def when_in_words(sitting: Sitting) -> str:
    """'donderdag 12 maart 2026 om 19:30'."""
    local = timezone.localtime(sitting.starts)
    return _("%(day)s om %(at)s") % {"day": date_format(local, "l j F Y"), "at": date_format(local, "H:i")}


def invite(sitting: Sitting, seats: Sequence[OrganSeat]) -> int:
    """To everybody with a seat: when, where, the agenda and one button to answer; how many went."""
    agenda = [f"{number}. {one.title}" for number, one in enumerate(sitting.items.all(), start=1)]
    facts: list[Paragraph] = [_facts(sitting)]
    if sitting.is_second:
        facts.append(_("Dit is een tweede oproep, met dezelfde agenda. Wie er dan is, beslist."))
    facts += [_("Dit staat op de agenda:"), ("list", agenda)]
    for seat in seats:
        assert seat.person is not None
        letter = Letter(
            subject=_("Zitting van %(organ)s op %(day)s")
            % {"organ": sitting.organ.name, "day": date_format(sitting.day, "j F Y")},
            paragraphs=facts,
            action=Action(_("Laat weten of je komt"), link_for(sitting, seat)),
            after=[
                _("Kun je niet komen? Dan kun je met dezelfde knop iemand anders voor je laten stemmen.")
                if seating.statute_for(sitting).proxies
                else _("Kun je niet komen? Laat het met dezelfde knop weten."),
                _("Het bestand bij deze mail zet de zitting in je agenda."),
            ],
            calendar=calendars.file_of(sitting),
        )
        post(kind="sittings.invitation", to=seat.person, letter=letter, partnership=sitting.partnership)
    return len(seats)


def tell_moved(sitting: Sitting) -> None:
    """To everybody with a seat: another day or place."""
    _to_all(
        sitting,
        _("Verzet: zitting van %(organ)s") % {"organ": sitting.organ.name},
        [_("De zitting vindt nu zo plaats."), _facts(sitting)],
    )


def tell_cancelled(sitting: Sitting) -> None:
    why = [sitting.cancel_reason] if sitting.cancel_reason else []
    words = {"when": when_in_words(sitting)}
    _to_all(
        sitting,
        _("Afgezegd: zitting van %(organ)s") % {"organ": sitting.organ.name},
        [_("De zitting van %(when)s gaat niet door.") % words, *why],
    )


def _to_all(sitting: Sitting, subject: str, paragraphs: list[Paragraph]) -> None:
    for seat in seating.filled_seats(sitting.organ, sitting.day):
        assert seat.person is not None
        letter = Letter(
            subject=subject,
            paragraphs=paragraphs,
            action=Action(_("Bekijk de zitting"), link_for(sitting, seat)),
            calendar=calendars.file_of(sitting),
        )
        post(kind="sittings.change", to=seat.person, letter=letter, partnership=sitting.partnership)


def _facts(sitting: Sitting) -> str:
    words = {"organ": sitting.organ.name, "when": when_in_words(sitting), "place": sitting.place}
    if sitting.place:
        return _("%(organ)s: %(when)s, %(place)s.") % words
    return _("%(organ)s: %(when)s.") % words
