"""Preparing a visit: what happened since, what is open, and notes that only supporters of that partnership read."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import all_holdings
from groeimodel.foundation.privacy import services as privacy
from groeimodel.foundation.testing.cast import Cast, person
from groeimodel.foundation.testing.mailbox import last_mail_to, mails_to
from groeimodel.gauge.scan import services as scan
from groeimodel.gauge.scan.latest import latest_of, measured_of_all
from groeimodel.gauge.scan.services import Said
from groeimodel.meadow.actions import selectors as actions
from groeimodel.rules.growth.responses import Records
from groeimodel.soil.energy.selectors import dry_of_all, ground_of
from groeimodel.soil.harvest import services as harvest
from groeimodel.soil.harvest.services import Gain
from groeimodel.soil.lessons import services as lessons
from groeimodel.soil.lessons.services import Learned
from groeimodel.support.region import services
from groeimodel.support.region.models import VisitNote
from groeimodel.support.region.tests.kit import inside, open_up, shut

pytestmark = pytest.mark.django_db
SECRET = "Bram is moe, bel hem."


def page_of(client: Client, cast: Cast, who: Any = None) -> str:
    client.force_login(who or cast.els)
    return client.get(reverse("region:partnership", args=["testland"])).text


def noted(cast: Cast, text: str = SECRET, days: int = 0) -> VisitNote:
    with inside(cast.partnership):
        day = timezone.localdate() - timedelta(days=days)
        return services.note(partnership=cast.partnership, text=text, day=day, actor=cast.els)


def gained(cast: Cast, title: str) -> None:
    with inside(cast.partnership):
        gain = Gain(cast.municipality, title, timezone.localdate())
        harvest.record_harvest(partnership=cast.partnership, gain=gain, actor=cast.bram)


@pytest.mark.claim("I4")
def test_it_tells_what_happened_since_the_last_visit(client: Client, cast: Cast) -> None:
    open_up(cast.partnership)
    noted(cast, days=3)
    gained(cast, "Fuifcharter")
    page = page_of(client, cast)
    assert "Sinds je vorige bezoek" in page
    assert "noteerde" in page
    assert "2 lege zetels" in page or "1 lege zetel" in page


def test_notes_are_read_by_supporters_of_that_partnership_only(client: Client, cast: Cast) -> None:
    open_up(cast.partnership)
    note = noted(cast)
    assert SECRET in page_of(client, cast)
    address = reverse("region:change_note", args=["testland", note.pk])
    for who in ("amina", "bram", "celia", "finn", "daan"):
        actor = getattr(cast, who)
        client.force_login(actor)
        assert client.get(address).status_code == 403
        assert client.get(reverse("region:partnership", args=["testland"])).status_code == 403
        assert SECRET not in client.get(reverse("members:timeline", args=["testland"])).text
        with inside(cast.partnership):
            with pytest.raises(PermissionDenied):
                services.remove_note(note=note, actor=actor)
            with pytest.raises(PermissionDenied):
                services.change_note(note=note, text="x", day=note.day, actor=actor)


def test_the_administration_sees_that_there_is_a_note_and_no_more(client: Client, cast: Cast) -> None:
    from groeimodel.foundation.people.models import Person

    open_up(cast.partnership)
    note = noted(cast)
    client.force_login(Person.objects.create_superuser("b@voorbeeld.test", name="B"))
    page = client.get(reverse("admin:region_visitnote_change", args=[note.pk]))
    assert page.status_code == 200
    assert SECRET not in page.text


def test_a_note_is_changed_and_taken_away(client: Client, cast: Cast) -> None:
    open_up(cast.partnership)
    client.force_login(cast.els)
    here = reverse("region:note", args=["testland"])
    today = timezone.localdate()
    wrong = client.post(here, {"text": "", "day": today + timedelta(days=2)})
    assert wrong.status_code == 422
    late = client.post(here, {"text": "Wat ik typte", "day": today + timedelta(days=2)})
    assert late.status_code == 422
    assert "Wat ik typte" in late.text
    client.post(here, {"text": "Bel Celia", "day": today})
    with inside(cast.partnership):
        note = VisitNote.objects.get()
    address = reverse("region:change_note", args=["testland", note.pk])
    client.post(address, {"text": "Bel Celia en Bram", "day": today})
    assert "Bel Celia en Bram" in page_of(client, cast)
    client.post(address, {"do": "remove"})
    with inside(cast.partnership):
        assert not VisitNote.objects.exists()


@pytest.mark.claim("I4")
def test_consent_taken_back_hides_everything_at_once(client: Client, cast: Cast) -> None:
    open_up(cast.partnership)
    note = noted(cast)
    gained(cast, "Fuifcharter")
    shut(cast.partnership)
    page = page_of(client, cast)
    assert "staat voor jou nog dicht" in page
    for secret in (SECRET, "noteerde", "lege zetel", "groeiscan", "Sessies"):
        assert secret not in page.split("<main")[1]
    for name, keys in (("session", []), ("change_note", [note.pk])):
        answer = client.get(reverse(f"region:{name}", args=["testland", *keys]))
        assert answer.status_code == 302
    with inside(cast.partnership):
        for call in (
            lambda: services.note(
                partnership=cast.partnership, text="x", day=timezone.localdate(), actor=cast.els
            ),
            lambda: services.change_note(note=note, text="x", day=note.day, actor=cast.els),
            lambda: services.prepare(partnership=cast.partnership, kind="scan", actor=cast.els),
        ):
            with pytest.raises(PermissionDenied):
                call()
    open_up(cast.partnership)
    assert SECRET in page_of(client, cast), "they are back when it is opened again"


def test_notes_go_after_two_years_and_with_their_writer(cast: Cast) -> None:
    open_up(cast.partnership)
    old, fresh = noted(cast, "oud", days=729), noted(cast, "nieuw", days=10)
    with inside(cast.partnership):
        session = services.prepare(partnership=cast.partnership, kind="scan", actor=cast.els)
        services.jot(session=session, text="Zaal te klein", actor=cast.els)
        with pytest.raises(ValidationError):
            services.note(
                partnership=cast.partnership,
                text="te oud",
                day=timezone.localdate() - timedelta(days=731),
                actor=cast.els,
            )
    with scopes_disabled():
        services.forget(today=timezone.localdate() + timedelta(days=2))
        assert list(VisitNote.objects.all()) == [fresh]
        assert old.pk != fresh.pk
        holding = next(one for one in all_holdings() if one.name == "region")
        assert any("nieuw" in line.value for line in holding.lines(cast.els))
        privacy.erase(person=cast.els, actor=None)
        assert not VisitNote.objects.exists()
        session.refresh_from_db()
        assert session.text == ""
        assert session.led_by is None


def test_a_second_supporter_of_the_same_partnership_reads_along(client: Client, cast: Cast) -> None:
    from groeimodel.foundation.partners import services as partners

    other = person("Saar")
    partners.appoint(partnership=cast.partnership, person=other, kind="supporter", since=timezone.localdate())
    open_up(cast.partnership)
    noted(cast)
    page = page_of(client, cast, other)
    assert SECRET in page
    assert "Els" in page


def shared_lesson(cast: Cast) -> int:
    """Of Elders, in the library."""
    with inside(cast.elsewhere):
        learned = Learned(
            "Vertel wie nieuw is eerst waarom", "Eén uur samen is genoeg.", tags="schepen, inwerken"
        )
        lesson = lessons.write_lesson(partnership=cast.elsewhere, learned=learned)
        lessons.share(lesson=lesson)
        return int(lesson.pk)


@pytest.mark.claim("G3")
def test_a_lesson_that_fits_is_sent_on(client: Client, cast: Cast) -> None:
    pk = shared_lesson(cast)
    open_up(cast.partnership)
    page = page_of(client, cast)
    assert "Vertel wie nieuw is eerst waarom" in page, "Testland has an empty seat"
    assert "Elders" not in page, "a lesson has no name"
    overview = client.get(reverse("region:overview")).text
    assert "Deel deze les met" in overview
    client.post(reverse("region:send_lesson", args=["testland", pk]))
    mail = last_mail_to(cast.finn)
    assert "Eén uur samen is genoeg." in mail.text
    assert "Els" in mail.text
    assert client.post(reverse("region:send_lesson", args=["testland", pk + 99])).status_code == 404


@pytest.mark.claim("G3")
def test_an_own_lesson_is_not_suggested_and_a_withdrawn_one_neither(client: Client, cast: Cast) -> None:
    pk = shared_lesson(cast)
    open_up(cast.partnership)
    with scopes_disabled():
        from groeimodel.soil.lessons.models import Lesson

        Lesson.objects.filter(pk=pk).update(partnership=cast.partnership)
    assert "Geen les past nu" in page_of(client, cast)
    with inside(cast.partnership):
        lessons.withdraw(lesson=Lesson.objects.get(pk=pk))
    assert client.post(reverse("region:send_lesson", args=["testland", pk])).status_code == 404
    assert mails_to(cast.finn) == []


def scanned(cast: Cast) -> None:
    from groeimodel.content import load
    from groeimodel.gauge.scan.models import Role

    with inside(cast.partnership):
        answers = {one.id: 2 + n % 3 for n, one in enumerate(load().statements)}
        said = [
            Said(role, where, answers)
            for role, where in ((Role.ALDERMAN, cast.municipality), (Role.OFFICER, cast.neighbour))
        ]
        scan.keep_session(
            partnership=cast.partnership, by=cast.finn, title="Zaal", privacy="open", said=said, short=False
        )


@pytest.mark.claim("I3")
def test_many_at_once_say_the_same_as_one_alone(client: Client, cast: Cast) -> None:
    scanned(cast)
    gained(cast, "Fuifcharter")
    today, here = timezone.localdate(), cast.partnership
    with inside(here):
        said = actions.records_of(here, today)
        alone, ground = latest_of(here, said), ground_of(here, today)
    with scopes_disabled():
        both = [here, cast.elsewhere]
        together = measured_of_all(both, {here.pk: said, cast.elsewhere.pk: Records()})
        dry = dry_of_all([one.pk for one in both], today)
    assert alone is not None
    assert set(together) == {here.pk}
    assert together[here.pk].diagnosis.phase == alone.result.diagnosis.phase
    assert together[here.pk].diagnosis.layers == alone.result.diagnosis.layers
    assert dry[here.pk] == tuple(patch.municipality for patch in ground.dry)
    open_up(here)
    page = page_of(client, cast)
    assert reverse("scan:result", args=["testland", alone.round.pk]) in page


def test_a_visit_asks_as_much_of_the_database_for_few_as_for_many(client: Client, cast: Cast) -> None:
    open_up(cast.partnership)
    noted(cast)
    page_of(client, cast)
    with CaptureQueriesContext(connection) as few:
        client.get(reverse("region:partnership", args=["testland"]))
    for number in range(6):
        noted(cast, f"notitie {number}", days=number)
        gained(cast, f"Oogst {number}")
        with inside(cast.partnership):
            services.prepare(partnership=cast.partnership, kind="scan", actor=cast.els)
    with CaptureQueriesContext(connection) as many:
        client.get(reverse("region:partnership", args=["testland"]))
    assert len(many) <= len(few) + 1, "\n".join(query["sql"][:120] for query in many.captured_queries)
