"""Ten days before a meeting each alderman gets its themes, and answers from the phone (claim P11)."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.testing.cast import Cast, person
from groeimodel.soil.meetings import services
from groeimodel.soil.meetings.models import Interest, Item, Meeting, Steer
from groeimodel.soil.meetings.services import Draft, NewItem, When
from groeimodel.soil.meetings.tasks import send_briefs
from groeimodel.soil.themes import services as themes
from groeimodel.soil.themes.services import Proposal

pytestmark = pytest.mark.django_db


def ready(cast: Cast, *, days: int = 9, items: bool = True) -> tuple[Meeting, Item | None]:
    starts = timezone.now() + timedelta(days=days)
    with scope(partnership=cast.partnership):
        meeting = services.plan(
            partnership=cast.partnership,
            draft=Draft("Ontmoeting", "officers"),
            when=When(starts, starts + timedelta(hours=2)),
            actor=cast.bram,
        )
        if not items:
            return meeting, None
        proposal = Proposal("Veilig uitgaan", "Fuiven en buren", "Wie spreekt wie aan?")
        theme = themes.propose(partnership=cast.partnership, proposal=proposal, actor=cast.bram)
        return meeting, services.add_item(meeting=meeting, new=NewItem(theme=theme), actor=cast.bram)


def briefs() -> list[OutgoingMail]:
    return list(OutgoingMail.objects.filter(kind="meetings.brief"))


def link_in(mail: OutgoingMail) -> str:
    found = re.search(r"https?://\S+?(/ontmoeting/\S+)", mail.text)
    assert found
    return found[1]


@pytest.mark.claim("P11")
def test_the_alderman_answers_from_the_mail_and_it_stands_in_the_agenda(client: Client, cast: Cast) -> None:
    meeting, item = ready(cast)
    assert item is not None
    send_briefs()
    send_briefs()
    (mail,) = briefs()
    assert mail.name == "Amina"
    for words in ("Veilig uitgaan", "Fuiven en buren", "Wie spreekt wie aan?"):
        assert words in mail.text
    link = link_in(mail)
    assert client.get(link).status_code == 200
    assert not Steer.objects.exists()
    data = {f"stance_{item.pk}": "important", f"text_{item.pk}": "Betrek de scholen", "interest": "ja"}
    assert client.post(link, data).status_code == 302
    assert client.post(link, {f"text_{item.pk}": ""}).status_code == 422
    said = Steer.objects.get()
    assert (said.stance, said.text, said.municipality) == (
        "important",
        "Betrek de scholen",
        cast.municipality,
    )
    client.force_login(cast.bram)
    page = client.get(meeting.get_absolute_url()).text
    assert "Betrek de scholen" in page
    assert "belangrijk voor ons" in page


def test_interest_from_the_mail_is_kept(client: Client, cast: Cast) -> None:
    _meeting, item = ready(cast)
    assert item is not None
    send_briefs()
    client.post(link_in(briefs()[0]), {f"stance_{item.pk}": "follow", "interest": "ja"})
    with scope(partnership=cast.partnership):
        assert Interest.objects.get().person == cast.amina


@pytest.mark.parametrize(("days", "sent"), [(10, 1), (11, 0), (1, 1), (-1, 0)])
def test_when_it_goes(cast: Cast, days: int, sent: int) -> None:
    ready(cast, days=days)
    send_briefs()
    assert len(briefs()) == sent


def test_without_an_agenda_it_waits(cast: Cast) -> None:
    meeting, _ = ready(cast, items=False)
    send_briefs()
    assert not briefs()
    with scope(partnership=cast.partnership):
        with pytest.raises(ValidationError):
            services.send_brief(meeting=meeting, actor=cast.bram)
        services.add_item(meeting=meeting, new=NewItem("Rondje"), actor=cast.bram)
    send_briefs()
    assert len(briefs()) == 1


def test_who_is_no_alderman_any_more_steers_nothing(client: Client, cast: Cast) -> None:
    _meeting, item = ready(cast)
    assert item is not None
    send_briefs()
    link = link_in(briefs()[0])
    with scope(partnership=cast.partnership):
        membership = cast.partnership.memberships.get(municipality=cast.municipality)
        partners.fill_seat(
            membership=membership, role="alderman", person=person("Nadia"), since=timezone.localdate()
        )
    assert client.get(link).status_code == 404
    assert client.post(link, {f"stance_{item.pk}": "important"}).status_code == 404
    with scope(partnership=cast.partnership), pytest.raises(PermissionDenied):
        services.steer(item=item, municipality=cast.municipality, stance="follow", text="", actor=cast.amina)


def test_a_link_that_is_no_link(client: Client, cast: Cast) -> None:
    assert client.get("/ontmoeting/onzin/").status_code == 404


def test_the_last_word_counts(cast: Cast) -> None:
    _meeting, item = ready(cast)
    assert item is not None
    with scope(partnership=cast.partnership):
        for stance in ("important", "not_now"):
            services.steer(
                item=item, municipality=cast.municipality, stance=stance, text="", actor=cast.amina
            )
        assert Steer.objects.get().stance == "not_now"
        with pytest.raises(ValidationError):
            services.steer(item=item, municipality=cast.municipality, stance="", text="", actor=cast.amina)
        with pytest.raises(ValidationError):
            services.remove_item(item=item, actor=cast.bram)
