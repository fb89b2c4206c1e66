"""Erased is for good: the person goes, the facts stay; a week to stop it."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.privacy import retention, services
from groeimodel.foundation.privacy.models import Erasure
from groeimodel.foundation.privacy.selectors import kept_about
from groeimodel.foundation.testing.cast import Cast
from groeimodel.foundation.testing.mailbox import last_mail_to, link_in


@pytest.fixture
def asked(client: Client, cast: Cast) -> Erasure:
    client.force_login(cast.bram)
    assert client.post("/ik/wissen/").status_code == 422
    client.post("/ik/wissen/", {"sure": "on"})
    return Erasure.objects.get(person=cast.bram)


def test_nothing_goes_before_the_week_is_over(cast: Cast, asked: Erasure) -> None:
    retention.erase_due(asked.due_at - timedelta(seconds=1))
    cast.bram.refresh_from_db()
    assert (cast.bram.name, cast.bram.erased_at) == ("Bram", None)
    retention.erase_due(asked.due_at)
    cast.bram.refresh_from_db()
    assert (cast.bram.name, cast.bram.email, cast.bram.is_active) == ("Gewist persoon", None, False)
    assert cast.bram.erased_at is not None


def test_seats_close_that_day_and_the_history_stays(cast: Cast, asked: Erasure) -> None:
    with time_machine.travel(asked.due_at, tick=False):
        retention.erase_due(timezone.now())
        today = timezone.localdate()
    tenure = cast.bram.tenures.get()
    assert tenure.ends == today
    assert Person.objects.get(tenures=tenure).name == "Gewist persoon"
    assert not cast.bram.appointments.filter(ends=None).exists()


def test_no_trace_of_name_or_address_is_left_in_any_table(cast: Cast, client: Client) -> None:
    """Every text of every row of the database is read."""
    from django.apps import apps
    from django_scopes import scopes_disabled

    Person.objects.filter(pk=cast.bram.pk).update(name="Bramicius", email="bramicius@voorbeeld.test")
    bram = Person.objects.get(pk=cast.bram.pk)
    Client().post("/aanmelden/", {"email": "bramicius@voorbeeld.test"})
    client.force_login(bram)
    client.post("/ik/wissen/", {"sure": "on"})
    partners.declare_aim(partnership=cast.partnership, aim="soil", actor=bram)
    services.erase(person=bram)
    found = []
    with scopes_disabled():
        for model in apps.get_models():
            for row in model._default_manager.all().values():
                if "bramicius" in str(row).lower():
                    found.append((model.__name__, row))
    assert not found


def test_the_journal_keeps_every_fact_without_the_name(cast: Cast) -> None:
    partners.declare_aim(partnership=cast.partnership, aim="soil", actor=cast.bram)
    before = list(Entry.objects.order_by("pk").values())
    services.erase(person=cast.bram)
    after = list(Entry.objects.order_by("pk").values())
    assert after[: len(before)] == before
    journal = next(one for one in kept_about(cast.bram) if one.about.name == "journal")
    assert any("Gewist persoon" in line.value for line in journal.lines)
    assert not any("Bram" in line.value for line in journal.lines)


def test_the_door_is_closed_and_sessions_end(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    services.erase(person=cast.bram)
    assert client.get("/ik/").status_code == 302
    Client().post("/aanmelden/", {"email": "bram@voorbeeld.test"})
    assert OutgoingMail.objects.order_by("-pk")[0].kind == "signin.unknown"


def test_the_address_can_be_invited_again_as_somebody_new(cast: Cast) -> None:
    services.erase(person=cast.bram)
    anew = Person.objects.create_user("bram@voorbeeld.test", name="Bram")
    assert anew.pk != cast.bram.pk
    services.erase(person=cast.amina)
    assert Person.objects.filter(name="Gewist persoon").count() == 2


def test_it_can_be_stopped_on_the_page(client: Client, cast: Cast, asked: Erasure) -> None:
    assert "worden gewist op" in client.get("/ik/").text
    client.post("/ik/wissen/stop/")
    retention.erase_due(asked.due_at + timedelta(days=30))
    cast.bram.refresh_from_db()
    assert cast.bram.name == "Bram"


def test_it_can_be_stopped_from_the_mail_which_only_opens_does_not(cast: Cast, asked: Erasure) -> None:
    link = link_in(last_mail_to(cast.bram), "/ik/wissen/stop/")
    visitor = Client()
    visitor.get(link)
    asked.refresh_from_db()
    assert asked.is_open
    assert "Gestopt" in visitor.post(link).text
    asked.refresh_from_db()
    assert asked.stopped_at is not None
    assert visitor.get(link).status_code == 410


def test_stopped_at_the_last_moment_is_stopped(client: Client, cast: Cast, asked: Erasure) -> None:
    """The nightly job read it as open just before."""
    client.post("/ik/wissen/stop/")
    assert services.carry_out(erasure=asked) is False
    cast.bram.refresh_from_db()
    assert cast.bram.erased_at is None


def test_asking_twice_is_asking_once(client: Client, cast: Cast, asked: Erasure) -> None:
    client.post("/ik/wissen/", {"sure": "on"})
    assert Erasure.objects.count() == 1
    assert OutgoingMail.objects.filter(kind="privacy.erasure").count() == 1


def test_nobody_erases_or_renames_somebody_else(cast: Cast) -> None:
    for other in (cast.amina, cast.daan, cast.finn, cast.els):
        with pytest.raises(PermissionDenied):
            services.ask_erasure(person=cast.bram, actor=other)
        with pytest.raises(PermissionDenied):
            services.change_name(person=cast.bram, name="X", actor=other)


def test_an_example_person_is_not_erased(client: Client, cast: Cast) -> None:
    Person.objects.filter(pk=cast.bram.pk).update(example=True)
    client.force_login(cast.bram)
    answer = client.post("/ik/wissen/", {"sure": "on"})
    assert answer.status_code == 422
    assert "voorbeeldpersoon" in answer.text
    with pytest.raises(ValidationError):
        services.erase(person=Person.objects.get(pk=cast.bram.pk))


def test_an_administrator_erases_on_request(cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("erase_person", "Bram@voorbeeld.test")
    assert "Er is niets gebeurd" in capsys.readouterr().out
    assert not Erasure.objects.exists()
    call_command("erase_person", "bram@voorbeeld.test", "--yes")
    assert Erasure.objects.get().person == cast.bram
    call_command("erase_person", "bram@voorbeeld.test", "--yes", "--now")
    cast.bram.refresh_from_db()
    assert cast.bram.erased_at is not None
    assert Erasure.objects.get().done_at is not None
    with pytest.raises(CommandError):
        call_command("erase_person", "bram@voorbeeld.test", "--yes")


def test_an_administrator_asks_it_in_the_administration(client: Client, cast: Cast) -> None:
    client.force_login(Person.objects.create_superuser("beheer@voorbeeld.test", name="Beheer"))
    chosen = {"action": "ask_erasure", "_selected_action": [cast.bram.pk]}
    client.post("/beheer/people/person/", chosen)
    erasure = Erasure.objects.get()
    assert (erasure.person, erasure.asked_by) == (cast.bram, Person.objects.get(name="Beheer"))
