"""Invitations: one link in a mail leads to a seat or another part, for whoever has that address."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.members import services
from groeimodel.foundation.members.models import Invitation
from groeimodel.foundation.members.services import Invitee
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Appointment, Membership, Seat
from groeimodel.foundation.partners.selectors import seats_of
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast, person
from groeimodel.foundation.testing.mailbox import last_mail_to, link_in
from groeimodel.gauge.scan.tests.filling import inside

ADDRESS = "gita@voorbeeld.test"
YES = {"name": "Gita Peeters", "adult": "on"}


def invite(cast: Cast, role: str = "alderman", **options: object) -> Invitation:
    where = cast.neighbour if role in ("alderman", "officer", "ambassador") else None
    with inside(cast):
        return services.invite(
            partnership=cast.partnership,
            invitee=Invitee(role, ADDRESS, "Gita Peeters", where),
            **{"actor": cast.finn, **options},  # type: ignore[arg-type]
        )


def link() -> str:
    return link_in(last_mail_to(ADDRESS), "welkom/")


def alderman(cast: Cast) -> str | None:
    row = next(one for one in seats_of(cast.partnership) if one.municipality == cast.neighbour)
    return row.alderman.name if row.alderman else None


def test_the_link_of_the_mail_leads_to_the_seat(client: Client, cast: Cast) -> None:
    invite(cast)
    page = client.get(link()).text
    assert "Word je schepen voor Buurdorp?" in page
    assert alderman(cast) is None, "opening the link changes nothing"
    answer = client.post(link(), YES)
    assert answer["Location"] == reverse("mine:newcomer", args=["testland"])
    assert alderman(cast) == "Gita Peeters"
    assert client.get(answer["Location"]).status_code == 200, "and one is signed in"


def test_who_is_known_keeps_the_name_and_gets_a_second_part(client: Client, cast: Cast) -> None:
    known = person("Gita")
    invite(cast)
    client.post(link(), {**YES, "name": "Iemand Anders"})
    assert Person.objects.get(pk=known.pk).name == "Gita"
    assert alderman(cast) == "Gita"


def test_a_link_works_once(client: Client, cast: Cast) -> None:
    invite(cast)
    client.post(link(), YES)
    thief = Client()
    answer = thief.post(link(), {**YES, "name": "Dief"})
    assert answer.status_code == 410
    assert "_auth_user_id" not in thief.session


def test_only_adults(client: Client, cast: Cast) -> None:
    invite(cast)
    answer = client.post(link(), {"name": "Gita"})
    assert answer.status_code == 422
    assert "18 jaar of ouder" in answer.text
    assert not Person.objects.filter(email=ADDRESS).exists()


def test_a_link_ends_after_a_month(client: Client, cast: Cast) -> None:
    invite(cast)
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        assert client.post(link(), YES).status_code == 410
    assert alderman(cast) is None


def test_sending_anew_makes_the_old_link_void(client: Client, cast: Cast) -> None:
    first = invite(cast)
    old = link()
    with inside(cast):
        services.send_again(invitation=first, actor=cast.finn)
    assert client.post(old, YES).status_code == 404
    assert client.post(link(), YES).status_code == 302


def test_the_same_person_twice_is_one_invitation(cast: Cast) -> None:
    assert invite(cast).pk == invite(cast).pk
    assert OutgoingMail.objects.filter(address=ADDRESS).count() == 2


def test_what_was_withdrawn_leads_nowhere(client: Client, cast: Cast) -> None:
    invitation = invite(cast)
    with inside(cast):
        services.withdraw(invitation=invitation, actor=cast.finn)
    answer = client.post(link(), YES)
    assert answer.status_code == 410
    assert "ingetrokken" in answer.text


def test_who_comes_too_late_reads_who_was_faster(client: Client, cast: Cast) -> None:
    invite(cast)
    membership = Membership.objects.get(municipality=cast.neighbour)
    partners.fill_seat(membership=membership, role="alderman", person=cast.daan, since=timezone.localdate())
    answer = client.post(link(), YES)
    assert answer.status_code == 409
    assert "Daan kreeg deze zetel net voor jou" in answer.text
    assert alderman(cast) == "Daan"
    assert not Person.objects.filter(email=ADDRESS).exists(), "nothing was half done"


@pytest.mark.claim("W20")
def test_another_member_of_the_college_becomes_ambassador(client: Client, cast: Cast) -> None:
    """A light role of its own: looks along and reads the results, decides and records nothing."""
    client.force_login(cast.celia)
    where = Membership.objects.get(municipality=cast.neighbour)
    page = reverse("members:ambassador", args=["testland", where.pk])
    assert "geen bloemenmens" in client.get(page).text
    client.post(page, {"name": "Gita Peeters", "email": ADDRESS})
    ambassador = Client()
    ambassador.post(link(), YES)
    gita = Person.objects.get(email=ADDRESS)
    assert Appointment.objects.get(person=gita).municipality == cast.neighbour
    rights = {
        right: gita.has_perm(right, cast.partnership)
        for right in (
            "partners.see_inside",
            "scan.see_result",
            "partners.declare_aim",
            "harvest.record",
            "partners.steer",
        )
    }
    assert rights == {
        "partners.see_inside": True,
        "scan.see_result": True,
        "partners.declare_aim": False,
        "harvest.record": False,
        "partners.steer": False,
    }
    assert "Gita Peeters" in client.get(reverse("members:list", args=["testland"])).text


@pytest.mark.parametrize(
    ("who", "role", "may"),
    [
        ("finn", "alderman", True),
        ("celia", "alderman", True),
        ("celia", "ambassador", True),
        ("els", "coordinator", True),
        ("els", "guest", True),
        ("bram", "alderman", False),
        ("celia", "coordinator", False),
        ("celia", "guest", False),
        ("daan", "alderman", False),
    ],
)
def test_who_may_invite_for_what(cast: Cast, who: str, role: str, may: bool) -> None:
    """For the own municipality, or for all who steers and supports."""
    if may:
        assert invite(cast, role, actor=getattr(cast, who)).is_open
        return
    with pytest.raises(PermissionDenied):
        invite(cast, role, actor=getattr(cast, who))
    assert not OutgoingMail.objects.exists()


def test_who_sits_there_is_not_invited_again(cast: Cast) -> None:
    with inside(cast), pytest.raises(ValidationError, match="zit al op deze zetel"):
        services.invite(
            partnership=cast.partnership,
            invitee=Invitee("officer", "CELIA@voorbeeld.test", "Celia", cast.neighbour),
        )


@pytest.mark.parametrize(
    ("who", "role", "may"),
    [
        ("bram", "alderman", False),
        ("amina", "officer", False),
        ("els", "officer", False),
        ("bram", "officer", True),
        ("amina", "alderman", True),
        ("finn", "alderman", True),
    ],
)
def test_nobody_is_put_off_a_seat_by_the_other_one(
    client: Client, cast: Cast, who: str, role: str, may: bool
) -> None:
    """Bram and Amina sit for one municipality: each names the own successor, and Finn does for both."""
    actor = getattr(cast, who)
    client.force_login(actor)
    seat = Seat.objects.get(membership__municipality=cast.municipality, role=role)
    page = client.get(reverse("members:seat", args=["testland", seat.pk])).text
    assert ("Nodig een opvolger uit" in page) is may
    with inside(cast):
        invitee = Invitee(role, ADDRESS, "Gita", cast.municipality)
        if may:
            assert services.invite(partnership=cast.partnership, invitee=invitee, actor=actor).is_open
        else:
            with pytest.raises(ValidationError, match="Een opvolger uitnodigen"):
                services.invite(partnership=cast.partnership, invitee=invitee, actor=actor)
