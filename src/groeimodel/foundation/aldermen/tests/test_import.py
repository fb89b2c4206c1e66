"""Aldermen from the register: shown first, chosen by hand where it is not plain, done as shown, and once."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.aldermen.models import Draft, PersonLink
from groeimodel.foundation.aldermen.tests.register import (
    PREVENTED,
    Row,
    chosen,
    confirm,
    fingerprint,
    page,
    seat,
    send,
    uri,
)
from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.members import services as members
from groeimodel.foundation.members.models import Invitation
from groeimodel.foundation.members.services import Invitee
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Membership, Seat
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast

AMINA = Row("Proefdorp", "Amina Bakkali", "2025-01-01")


@pytest.fixture(autouse=True)
def family_names(cast: Cast) -> None:
    """A name as in a register."""
    Person.objects.filter(pk=cast.amina.pk).update(name="Amina Bakkali")


@pytest.fixture
def client(client: Client, cast: Cast) -> Client:
    client.force_login(cast.finn)
    return client


def membership(cast: Cast, home: bool = True) -> Membership:
    place = cast.municipality if home else cast.neighbour
    return Membership.objects.get(partnership=cast.partnership, municipality=place)


def field(cast: Cast, home: bool = True) -> str:
    return f"m{membership(cast, home).pk}"


def test_it_is_shown_first_and_changes_nothing(client: Client, cast: Cast) -> None:
    shown = send(client, AMINA, Row("Buurdorp", "Zoë Peeters", "2025-01-01"))
    assert "Zoë Peeters is bevoegd voor Jeugd sinds 1 januari 2025. De zetel is leeg." in shown
    assert "Amina Bakkali zit er al." in shown
    assert seat(cast, "Buurdorp") == []
    assert not PersonLink.objects.exists()


def test_an_empty_seat_is_filled_by_somebody_without_an_address(client: Client, cast: Cast) -> None:
    answer = confirm(client, send(client, AMINA, Row("Buurdorp", "Zoë Peeters", "2025-01-01")))
    assert "1 zetel is bijgewerkt" in answer
    assert seat(cast, "Buurdorp") == [("Zoë Peeters", "2025-01-01", "")]
    zoe = Person.objects.get(name="Zoë Peeters")
    assert zoe.email is None
    assert not zoe.has_usable_password()


def test_a_successor_takes_over_on_the_day_of_the_register(client: Client, cast: Cast) -> None:
    rows = (
        Row("Proefdorp", "Amina Bakkali", "2025-01-01", "2026-03-31"),
        Row("Proefdorp", "Wout Hermans", "2026-04-01"),
    )
    confirm(client, send(client, *rows))
    assert seat(cast, "Proefdorp") == [
        ("Amina Bakkali", "2024-01-01", "2026-03-31"),
        ("Wout Hermans", "2026-04-01", ""),
    ]


def test_the_seat_was_empty_in_between(client: Client, cast: Cast) -> None:
    rows = (
        Row("Proefdorp", "Amina Bakkali", "2025-01-01", "2026-01-31"),
        Row("Proefdorp", "Wout Hermans", "2026-04-01"),
    )
    confirm(client, send(client, *rows))
    assert seat(cast, "Proefdorp") == [
        ("Amina Bakkali", "2024-01-01", "2026-01-31"),
        ("Wout Hermans", "2026-04-01", ""),
    ]
    assert list(
        Entry.objects.filter(verb__startswith="partners.seat_", municipality_id=cast.municipality.pk)
        .order_by("pk")
        .values_list("verb", flat=True)
    )[-2:] == ["partners.seat_emptied", "partners.seat_filled"]


def test_whoever_stopped_leaves_the_seat_visibly_empty(client: Client, cast: Cast) -> None:
    confirm(client, send(client, Row("Proefdorp", "Amina Bakkali", "2025-01-01", "2026-10-31")))
    assert seat(cast, "Proefdorp") == [("Amina Bakkali", "2024-01-01", "2026-10-31")]


def test_whoever_is_prevented_is_replaced_by_who_does_the_work(client: Client, cast: Cast) -> None:
    rows = (
        Row("Proefdorp", "Amina Bakkali", "2025-01-01", "2026-05-31"),
        Row("Proefdorp", "Amina Bakkali", "2026-06-01", status=PREVENTED),
        Row("Proefdorp", "Wout Hermans", "2026-06-01"),
    )
    confirm(client, send(client, *rows))
    assert [name for name, _start, end in seat(cast, "Proefdorp") if not end] == ["Wout Hermans"]


def test_a_new_version_of_the_same_mandate_changes_nothing(client: Client, cast: Cast) -> None:
    rows = (
        Row("Proefdorp", "Amina Bakkali", "2025-01-01", "2025-08-31"),
        Row("Proefdorp", "Amina Bakkali", "2025-09-01"),
    )
    assert "Er verandert niets" in send(client, *rows)


def test_what_the_register_does_not_know_stays(client: Client, cast: Cast) -> None:
    shown = send(client, Row("Buurdorp", "Zoë Peeters", "2020-01-01", "2024-12-31"))
    assert "Staat niet in het bestand." in shown
    assert "Niemand is er nu bevoegd voor Jeugd. De zetel blijft leeg." in shown
    shown = send(client, Row("Proefdorp", "Iemand Anders", "2020-01-01", "2024-12-31"))
    assert "Amina Bakkali blijft zitten." in shown


def test_what_begins_later_is_told_and_not_done(client: Client, cast: Cast) -> None:
    shown = send(client, AMINA, Row("Buurdorp", "Zoë Peeters", "2090-01-01"))
    assert "Vanaf 1 januari 2090: Zoë Peeters." in shown
    assert "Er verandert niets" in shown


def test_a_name_that_resembles_asks_who_it_is_and_the_answer_is_remembered(
    client: Client, cast: Cast
) -> None:
    Person.objects.filter(pk=cast.amina.pk).update(name="Ann Peeters-Claes")
    row = Row("Proefdorp", "An Peeters", "2025-01-01")
    shown = send(client, row)
    assert "Ann Peeters-Claes staat niet in het bestand. Is dat dezelfde als An Peeters?" in shown
    assert chosen(shown) == {}
    answer = client.post(page("confirm"), {"seen": fingerprint(shown)})
    assert answer.status_code == 422
    assert "Kies nog bij 1 gemeente" in answer.text
    confirm(client, shown, **{field(cast): f"0:{cast.amina.pk}"})
    assert seat(cast, "Proefdorp") == [("Ann Peeters-Claes", "2024-01-01", "")]
    assert PersonLink.objects.get().source == uri("An Peeters")
    assert PersonLink.objects.get().made_by == cast.finn
    assert "Ann Peeters-Claes zit er al." in send(client, row)


@pytest.mark.parametrize("known", ["Zoe Peeters-Claes", "Zoé Peters", "Zoëpeeters", "Peeters, Zoë Maria"])
def test_somebody_of_before_who_resembles_is_asked_about(client: Client, cast: Cast, known: str) -> None:
    before = Person.objects.create_user(None, name=known)
    place = membership(cast, home=False)
    partners.fill_seat(membership=place, role="alderman", person=before, since=date(2024, 2, 1))
    partners.empty_seat(membership=place, role="alderman", on=date(2024, 12, 31))
    shown = send(client, Row("Buurdorp", "Zoë Peeters", "2025-01-01"))
    assert f"Is Zoë Peeters dezelfde als {known}?" in shown
    assert chosen(shown) == {}
    confirm(client, shown, **{field(cast, home=False): f"0:{before.pk}"})
    assert seat(cast, "Buurdorp")[-1] == (known, "2025-01-01", "")


def test_somebody_new_beside_a_name_that_resembles(client: Client, cast: Cast) -> None:
    Person.objects.filter(pk=cast.amina.pk).update(name="Ann Peeters")
    confirm(client, send(client, Row("Proefdorp", "An Peeters", "2025-01-01")), **{field(cast): "0:new"})
    assert [one[0] for one in seat(cast, "Proefdorp")] == ["Ann Peeters", "An Peeters"]


def test_two_with_the_same_competence_are_chosen_from(client: Client, cast: Cast) -> None:
    rows = (Row("Buurdorp", "Zoë Peeters", "2025-01-01"), Row("Buurdorp", "Wout Hermans", "2025-01-01"))
    shown = send(client, *rows)
    assert "samen bevoegd voor Jeugd" in shown
    assert chosen(shown) == {}
    confirm(client, shown, **{field(cast, home=False): "0:new"})
    name = seat(cast, "Buurdorp")[0][0]
    assert name in {"Zoë Peeters", "Wout Hermans"}
    assert f"{name} zit er al." in send(client, *rows)


def test_leaving_a_seat_as_it_is_remembers_nothing(client: Client, cast: Cast) -> None:
    shown = send(client, Row("Buurdorp", "Zoë Peeters", "2025-01-01"))
    confirm(client, shown, **{field(cast, home=False): "keep"})
    assert seat(cast, "Buurdorp") == []
    assert not PersonLink.objects.exists()


def test_reading_the_same_again_changes_nothing(client: Client, cast: Cast) -> None:
    rows = (
        Row("Proefdorp", "Amina Bakkali", "2025-01-01", "2026-03-31"),
        Row("Proefdorp", "Wout Hermans", "2026-04-01"),
        Row("Buurdorp", "Zoë Peeters", "2025-01-01"),
    )
    confirm(client, send(client, *rows))
    before = (
        Person.objects.count(),
        PersonLink.objects.count(),
        Entry.objects.count(),
        seat(cast, "Proefdorp"),
    )
    assert "Er verandert niets" in send(client, *rows)
    after = (
        Person.objects.count(),
        PersonLink.objects.count(),
        Entry.objects.count(),
        seat(cast, "Proefdorp"),
    )
    assert after == before


def test_who_comes_back_by_an_invitation_with_an_address_is_the_same(client: Client, cast: Cast) -> None:
    row = Row("Buurdorp", "Zoë Peeters", "2025-01-01")
    confirm(client, send(client, row))
    invitee = Invitee("alderman", "zoe@voorbeeld.test", "Zoë Peeters", cast.neighbour)
    with scope(partnership=cast.partnership):
        members.accept(
            invitation=members.invite(partnership=cast.partnership, invitee=invitee), name="Zoë Peeters"
        )
    assert "Zoë Peeters zit er al." in send(client, row)


def test_who_is_invited_is_not_passed_by(client: Client, cast: Cast) -> None:
    invitee = Invitee("alderman", "zoe@voorbeeld.test", "Zoë Peeters", cast.neighbour)
    with scope(partnership=cast.partnership):
        members.invite(partnership=cast.partnership, invitee=invitee)
        assert Invitation.objects.exists()
    shown = send(client, Row("Buurdorp", "Zoë Peeters", "2025-01-01"))
    assert "is uitgenodigd en antwoordde nog niet" in shown
    assert chosen(shown) == {field(cast, home=False): "keep"}


def test_whoever_was_taken_off_the_seat_here_does_not_come_back_unasked(client: Client, cast: Cast) -> None:
    partners.empty_seat(membership=membership(cast), role=Seat.Role.ALDERMAN, on=date(2026, 6, 1))
    shown = send(client, AMINA)
    assert "zat hier al, tot 1 juni 2026." in shown
    assert chosen(shown) == {}


def test_who_came_later_than_the_register_says_is_asked_about(client: Client, cast: Cast) -> None:
    shown = send(client, Row("Proefdorp", "Wout Hermans", "2020-01-01"))
    assert "Amina Bakkali kwam hier pas op 1 januari 2024, dus later." in shown
    assert chosen(shown) == {}
    confirm(client, shown, **{field(cast): "0:new"})
    assert seat(cast, "Proefdorp")[-1] == ("Wout Hermans", "2024-01-01", "")


def test_what_changed_meanwhile_is_shown_anew(client: Client, cast: Cast) -> None:
    shown = send(client, Row("Buurdorp", "Zoë Peeters", "2025-01-01"))
    with scope(partnership=cast.partnership):
        buurdorp = Seat.objects.get(membership=membership(cast, home=False), role="alderman")
        members.sit_by_name(seat=buurdorp, name="Sneller Dan", since=date(2025, 2, 1), expected=None)
    answer = confirm(client, shown)
    assert "Er veranderde intussen iets" in answer
    assert "Hier zit nu Sneller Dan" in answer
    assert [one[0] for one in seat(cast, "Buurdorp")] == ["Sneller Dan"]


def test_a_choice_that_was_not_offered_is_refused(client: Client, cast: Cast) -> None:
    shown = send(client, Row("Buurdorp", "Zoë Peeters", "2025-01-01"))
    data = {"seen": fingerprint(shown), field(cast, home=False): f"0:{cast.daan.pk}"}
    assert client.post(page("confirm"), data).status_code == 422
    assert seat(cast, "Buurdorp") == []


def test_all_that_is_wrong_about_members_is_told_at_once(client: Client, cast: Cast) -> None:
    rows = (
        Row("Proefdorp", "Amina Bakkali", "morgen"),
        Row("Buurdorp", "Zoë Peeters", "2025-01-01", "2024-01-01"),
        Row("Verweg", "Niemand Hier", "nooit"),
    )
    shown = send(client, *rows)
    assert "Er is niets veranderd" in shown
    assert "geen dag: ‘morgen’" in shown
    assert "voor het begint" in shown
    assert "nooit" not in shown, "another municipality's slip is nobody's trouble here"
    with scopes_disabled():
        assert not Draft.objects.exists()


def test_a_file_about_others_is_told(client: Client, cast: Cast) -> None:
    assert "gaat niet over jullie gemeenten" in send(client, Row("Verdorp", "Ver Weg", "2025-01-01"))


def test_of_others_nothing_is_kept(client: Client, cast: Cast) -> None:
    shown = send(client, AMINA, Row("Verdorp", "Ver Weg", "2025-01-01"))
    assert "staat nog 1 gemeente die hier geen partner is" in shown
    with scopes_disabled():
        assert "Ver Weg" not in str(Draft.objects.get().rows)


def test_no_file_is_told(client: Client, cast: Cast) -> None:
    assert client.post(page("import")).status_code == 422
    bad = SimpleUploadedFile("lijst.csv", b"gemeente;schepen\n")
    answer = client.post(page("import"), {"file": bad})
    assert answer.status_code == 422
    assert "geen Turtle en geen JSON" in answer.text


def test_the_question_can_be_taken_along(client: Client, cast: Cast) -> None:
    answer = client.get(page("question"))
    assert b"SELECT DISTINCT ?mandataris" in answer.content


@pytest.mark.parametrize("name", ["amina", "bram", "els", "daan"])
def test_only_who_steers_gets_in(client: Client, cast: Cast, name: str) -> None:
    client.force_login(getattr(cast, name))
    assert client.get(page("import")).status_code == 403
    assert client.post(page("confirm")).status_code == 403


def test_the_page_of_partners_leads_there_and_an_administrator_may(client: Client, cast: Cast) -> None:
    client.force_login(Person.objects.create_superuser("beheer@voorbeeld.test", name="Beheer"))
    assert page("import") in client.get(reverse("members:list", args=["testland"])).text
    assert "Zoë Peeters" in send(client, Row("Buurdorp", "Zoë Peeters", "2025-01-01"))
