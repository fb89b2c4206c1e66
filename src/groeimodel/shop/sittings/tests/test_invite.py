"""The invitation leaves by mail, in time or with a warning, and one button answers it (claim B2)."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from groeimodel.foundation import due
from groeimodel.foundation.asks import Here
from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.organs.models import Organ
from groeimodel.shop.sittings import letters, services
from groeimodel.shop.sittings.asking import asks_of
from groeimodel.shop.sittings.models import Presence, Sitting
from groeimodel.shop.sittings.tests import kit
from groeimodel.soil.meetings import services as meetings

pytestmark = pytest.mark.django_db


def dues(cast: Cast) -> list[str]:
    return [one.key.split(":")[0] for one in due.due_of(cast.partnership, timezone.localdate())]


@pytest.mark.claim("B2")
def test_everybody_with_a_seat_gets_the_agenda(cast: Cast, board: Organ) -> None:
    sitting = kit.sitting_with(board, "Het plan", "De rekening")
    assert services.send_invitation(sitting=sitting, actor=cast.finn) == 5
    mail = OutgoingMail.objects.filter(kind="sittings.invitation", person=cast.amina).get()
    assert "1. Het plan" in mail.text
    assert "2. De rekening" in mail.text
    assert "BEGIN:VCALENDAR" in mail.calendar


def test_an_empty_agenda_is_not_sent(cast: Cast, board: Organ) -> None:
    with pytest.raises(ValidationError, match="nog leeg"):
        services.send_invitation(sitting=services.call_sitting(organ=board, starts=kit.soon()))


@pytest.mark.claim("B2")
def test_a_late_invitation_warns_with_what_the_statutes_ask(cast: Cast, board: Organ, client: Client) -> None:
    late = kit.sitting_with(board, starts=kit.soon(3))
    client.force_login(cast.finn)
    text = client.get(f"{late.get_absolute_url()}uitnodigen/").content.decode()
    assert "Dit is laat." in text
    assert "De statuten vragen 8 dagen" in text
    in_time = kit.sitting_with(board, starts=kit.soon(9))
    assert "Op tijd" in client.get(f"{in_time.get_absolute_url()}uitnodigen/").content.decode()
    services.send_invitation(sitting=late, actor=cast.finn)
    late.refresh_from_db()
    assert late.invited_at is not None


def test_the_list_of_what_is_due_follows_the_sitting(cast: Cast, board: Organ) -> None:
    sitting = kit.sitting_with(board, starts=kit.soon(20))
    found = due.due_of(cast.partnership, timezone.localdate())
    (invitation,) = [one for one in found if one.key == f"sittings.invitation:{sitting.pk}"]
    assert invitation.on == sitting.day - timedelta(days=8)
    services.send_invitation(sitting=sitting)
    assert "sittings.invitation" not in dues(cast)
    with time_machine.travel(sitting.starts + timedelta(hours=1)):
        assert "sittings.held" in dues(cast)
        services.open_sitting(sitting=sitting, present=kit.seats_of(board))
        services.vote_all(item=kit.point(sitting))
        services.count(item=kit.point(sitting))
        services.close_sitting(sitting=sitting)
        assert "sittings.held" not in dues(cast)
        assert "sittings.minutes" in dues(cast)
        services.approve_minutes(sitting=sitting)
        assert not [one for one in dues(cast) if one.startswith("sittings")]


def test_members_are_asked_whether_they_come(cast: Cast, board: Organ) -> None:
    sitting = kit.sitting_with(board)

    def asked() -> list[str]:
        here = Here(cast.amina, cast.partnership, frozenset(), timezone.localdate())
        return [one.title for one in asks_of(here)]

    assert asked() == []
    services.send_invitation(sitting=sitting)
    assert "kom je?" in asked()[0]
    services.answer(sitting=sitting, seat=kit.seat_of(board, cast.amina), said="comes", actor=cast.amina)
    assert asked() == []
    services.open_sitting(sitting=sitting, present=kit.seats_of(board))
    assert asked() == ["Stem mee: Raad van bestuur"]


def test_who_cannot_come_lets_somebody_else_vote(cast: Cast, board: Organ) -> None:
    sitting, amina, celia = (
        kit.sitting_with(board),
        kit.seat_of(board, cast.amina),
        kit.seat_of(board, cast.celia),
    )
    services.answer(sitting=sitting, seat=amina, said="proxy", holder=celia, actor=cast.amina)
    assert Presence.objects.get(sitting=sitting).said_holder == celia
    with pytest.raises(ValidationError, match="geen volmacht meer"):
        services.answer(
            sitting=sitting, seat=kit.seat_of(board, cast.bram), said="proxy", holder=celia, actor=cast.bram
        )
    with pytest.raises(ValidationError, match="iemand anders"):
        services.answer(sitting=sitting, seat=celia, said="proxy", holder=celia, actor=cast.celia)
    services.answer(sitting=sitting, seat=amina, said="comes", actor=cast.amina)
    assert Presence.objects.get(sitting=sitting, seat=amina).said_holder is None


def test_nobody_answers_for_another_seat(cast: Cast, board: Organ) -> None:
    sitting, amina = kit.sitting_with(board), kit.seat_of(board, cast.amina)
    for who in (cast.daan, cast.bram, cast.els):
        with pytest.raises(PermissionDenied):
            services.answer(sitting=sitting, seat=amina, said="comes", actor=who)
    services.answer(sitting=sitting, seat=amina, said="comes", actor=cast.finn)


def test_the_button_of_the_mail_needs_no_signing_in(cast: Cast, board: Organ, client: Client) -> None:
    sitting, amina = kit.sitting_with(board), kit.seat_of(board, cast.amina)
    path = letters.link_for(sitting, amina)
    assert "Kom je?" in client.get(path).content.decode()
    sent = {"answer": amina.pk, f"seat{amina.pk}-coming": "excused"}
    assert client.post(path, sent).status_code == 302
    assert Presence.objects.get(sitting=sitting, seat=amina).said == "excused"
    assert client.post(path, {"answer": amina.pk}).status_code == 422


def test_behind_the_same_link_one_votes_on_a_phone(cast: Cast, board: Organ, client: Client) -> None:
    sitting = kit.opened(board)
    amina, item = kit.seat_of(board, cast.amina), kit.point(sitting)
    path = letters.link_for(sitting, amina)
    assert "Onthouding" in client.get(path).content.decode()
    client.post(path, {"vote": f"{item.pk}-{amina.pk}", "choice": "against"})
    assert item.seat_votes.get().choice == "against"
    other = kit.seat_of(board, cast.bram)
    assert client.post(path, {"vote": f"{item.pk}-{other.pk}", "choice": "for"}).status_code == 422
    assert item.seat_votes.count() == 1


def test_a_link_is_of_who_sat_there(cast: Cast, board: Organ, client: Client) -> None:
    sitting, amina = kit.sitting_with(board), kit.seat_of(board, cast.amina)
    path = letters.link_for(sitting, amina)
    amina.person = cast.els
    amina.save()
    assert client.get(path).status_code == 410
    assert client.get("/zitting/onzin/").status_code == 410


def test_another_day_and_calling_off_are_told_to_who_was_invited(cast: Cast, board: Organ) -> None:
    sitting = kit.sitting_with(board)
    services.change_sitting(sitting=sitting, starts=kit.soon(21), place="Elders")
    assert not OutgoingMail.objects.filter(kind="sittings.change").exists()
    services.send_invitation(sitting=sitting)
    services.change_sitting(sitting=sitting, starts=kit.soon(22), place="Elders", chair=sitting.chair)
    assert OutgoingMail.objects.filter(kind="sittings.change").count() == 5
    done = services.cancel_sitting(sitting=sitting, why="De zaal is dicht")
    assert OutgoingMail.objects.filter(kind="sittings.change").count() == 10
    assert (done.state, done.sequence) == (Sitting.State.CANCELLED, 3)
    with pytest.raises(ValidationError):
        services.open_sitting(sitting=sitting, present=kit.seats_of(board))


def test_sittings_stand_in_the_calendar_that_members_follow(cast: Cast, board: Organ, client: Client) -> None:
    def feed(**whose: Any) -> str:
        path = reverse("meetings:feed", args=[meetings.feed_key(**whose)])
        return client.get(path).content.decode()

    services.send_invitation(sitting=kit.sitting_with(board))
    kit.sitting_with(board, starts=kit.soon(60))  # nobody was invited yet
    assert feed(actor=cast.amina).count("SUMMARY:Raad van bestuur") == 1
    assert feed(actor=cast.finn).count("SUMMARY:Raad van bestuur") == 1
    assert feed(actor=cast.finn, partnership=cast.partnership).count("SUMMARY:Raad van bestuur") == 1
    assert "Raad van bestuur" not in feed(actor=cast.daan)
