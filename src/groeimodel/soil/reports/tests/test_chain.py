"""After a meeting: what one takes home, what the alderman hears, what is used (claims P12, P13)."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.testing.cast import Cast
from groeimodel.foundation.testing.mailbox import last_mail_to, mails_to
from groeimodel.soil.meetings import services as meetings
from groeimodel.soil.meetings.models import Meeting
from groeimodel.soil.meetings.services import Draft, When
from groeimodel.soil.notes import services as notes
from groeimodel.soil.notes.services import Found, Sent
from groeimodel.soil.reports import services
from groeimodel.soil.reports.models import Report, Takeaway
from groeimodel.soil.reports.selectors import chain_of
from groeimodel.soil.reports.tasks import remind

pytestmark = pytest.mark.django_db


def held(cast: Cast, days: float = 1, *, there: bool = True) -> Meeting:
    """A meeting of so many days ago with notes, a decision and a task, at which both officers were."""
    # At nine in the morning: at night a meeting of so many days ago would end a day later.
    starts = (timezone.localtime() - timedelta(days=days)).replace(hour=9)
    with scope(partnership=cast.partnership):
        meeting = meetings.plan(
            partnership=cast.partnership,
            draft=Draft("Ontmoeting over kampen", "officers"),
            when=When(starts, starts + timedelta(hours=2)),
            actor=cast.finn,
        )
        item = meetings.add_item(meeting=meeting, new=meetings.NewItem("Kampen"), actor=cast.finn)
        meetings.steer(
            item=item, municipality=cast.municipality, stance="important", text="Water!", actor=cast.amina
        )
        notes.write(item=item, sent=Sent(0, "Eén loket werkt het best."), actor=cast.celia)
        notes.note_outcome(meeting=meeting, found=Found("decision", "We delen de checklist"), item=item)
        task = Found("todo", "Brandweer bellen", cast.bram, timezone.localdate() + timedelta(days=5))
        notes.note_outcome(meeting=meeting, found=task, item=item)
        for person in (cast.bram, cast.celia) if there else ():
            meetings.mark(meeting=meeting, person=person, came=True, actor=cast.finn)
    return meeting


def page(cast: Cast, meeting: Meeting, *args: object) -> str:
    return reverse(
        "reports:report" if args else "reports:after", args=[cast.partnership.slug, meeting.pk, *args]
    )


@pytest.mark.claim("P12")
def test_the_draft_is_ready_and_goes_to_the_alderman(client: Client, cast: Cast) -> None:
    meeting = held(cast)
    client.force_login(cast.bram)
    client.post(page(cast, meeting), {"text": "De checklist van de buren"})
    draft = client.get(page(cast, meeting, cast.municipality.pk)).text
    for words in ("Dag Amina,", "Eén loket werkt het best.", "Wat jij vooraf meegaf", "Water!", "We delen de checklist",
                  "De checklist van de buren", "Brandweer bellen", "Groeten,", "Ook aan tafel"):  # fmt: skip
        assert words in draft
    text = "Dag Amina,\n\nKort verslag.\n\nWat we beslisten\n- Eén\n- Twee\n\nGroeten,\nBram"
    client.post(page(cast, meeting, cast.municipality.pk), {"text": text, "stuur": ""})
    mail = last_mail_to(cast.amina)
    assert mail.subject == "Verslag: Ontmoeting over kampen"
    assert "Kort verslag." in mail.text
    assert mail.text.count("Dag Amina") == 1
    with scope(partnership=cast.partnership):
        mine = next(one for one in chain_of(meeting) if one.municipality == cast.municipality)
        assert mine.told
        assert mine.there == ("Bram",)
        assert mine.takes == ("De checklist van de buren",)
    client.force_login(cast.celia)
    assert "per mail" in client.get(page(cast, meeting)).text
    again = {"text": text, "stuur": ""}
    client.force_login(cast.bram)
    assert client.post(page(cast, meeting, cast.municipality.pk), again).status_code == 422
    assert len(mails_to(cast.amina)) == 1


def test_a_draft_is_kept_until_it_is_sent(client: Client, cast: Cast) -> None:
    meeting = held(cast)
    client.force_login(cast.bram)
    client.post(page(cast, meeting, cast.municipality.pk), {"text": "Nog niet af", "bewaar": ""})
    assert "Nog niet af" in client.get(page(cast, meeting, cast.municipality.pk)).text
    client.post(page(cast, meeting, cast.municipality.pk), {"text": "Verteld aan tafel", "verteld": ""})
    with scope(partnership=cast.partnership):
        assert Report.objects.get().told == "spoken"
    assert not mails_to(cast.amina)


def test_each_for_the_own_municipality(client: Client, cast: Cast) -> None:
    meeting = held(cast)
    for person in (cast.celia, cast.amina, cast.finn):
        client.force_login(person)
        assert client.get(page(cast, meeting, cast.municipality.pk)).status_code == 403
    with scope(partnership=cast.partnership):
        with pytest.raises(PermissionDenied):
            services.send_report(
                meeting=meeting, municipality=cast.municipality, text="Hallo", actor=cast.celia
            )
        with pytest.raises(PermissionDenied):
            services.take_home(meeting=meeting, text="Iets", actor=cast.daan)
        with pytest.raises(ValidationError, match="geen schepen"):
            services.send_report(meeting=meeting, municipality=cast.neighbour, text="Hallo", actor=cast.celia)
        assert not Report.objects.exists()


def test_nothing_before_it_began(cast: Cast) -> None:
    starts = timezone.now() + timedelta(days=2)
    with scope(partnership=cast.partnership):
        meeting = meetings.plan(
            partnership=cast.partnership,
            draft=Draft("Straks", "officers"),
            when=When(starts, starts + timedelta(hours=1)),
            actor=cast.finn,
        )
        with pytest.raises(ValidationError):
            services.take_home(meeting=meeting, text="Te vroeg", actor=cast.bram)
        with pytest.raises(ValidationError):
            services.told_by_mouth(meeting=meeting, municipality=cast.municipality, actor=cast.bram)
    assert not Takeaway.objects.exists()


@pytest.mark.parametrize(
    ("days", "there", "readers"), [(1, True, {"Bram", "Celia"}), (1, False, {"Finn"}), (9, True, set())]
)
def test_the_day_after_it_is_asked_once(cast: Cast, days: int, there: bool, readers: set[str]) -> None:
    held(cast, days=days, there=there)
    remind()
    remind()
    mails = OutgoingMail.objects.filter(kind="reports.after")
    assert sorted(mail.name for mail in mails) == sorted(readers)


def test_mijn_tuin_leads_from_step_to_step(client: Client, cast: Cast) -> None:
    meeting = held(cast)
    client.force_login(cast.bram)
    assert "Wat neem je mee? Ontmoeting over kampen" in client.get(reverse("mine:garden")).text
    client.post(page(cast, meeting), {"text": "De checklist"})
    assert "Vertel het aan je schepen" in client.get(reverse("mine:garden")).text
    client.post(page(cast, meeting, cast.municipality.pk), {"text": "x", "verteld": ""})
    assert "Vertel het aan je schepen" not in client.get(reverse("mine:garden")).text
    with time_machine.travel(timezone.now() + timedelta(days=40)):
        client.force_login(cast.bram)
        assert "Wat gebruik je al van" in client.get(reverse("mine:garden")).text
