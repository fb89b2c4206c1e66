"""From the mail to the answer, on a phone, without signing in (claims G8, W12, W16)."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.decisions.services import MatterSaid, Taken, take_decision
from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Membership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.checks import letters, selectors, services
from groeimodel.meadow.checks.models import LocalCheck, Preference
from groeimodel.meadow.checks.tests.kit import proposal
from groeimodel.soil.needs.models import Need
from groeimodel.soil.needs.tests.kit import noted


@pytest.fixture(autouse=True)
def _inside(cast: Cast):  # type: ignore[no-untyped-def]
    with scope(partnership=cast.partnership):
        yield


def mailed(person: Person) -> str:
    """The path behind the button of the last mail to somebody."""
    text = OutgoingMail.objects.filter(person=person).latest("pk").text
    (path,) = re.findall(r"https?://[^/]+(/toets/\S+)", text)
    return str(path)


def asked(cast: Cast, *titles: str) -> list[Action]:
    actions = [proposal(cast, title) for title in titles or ("Speelbus", "Fuifbus")]
    services.ask_checks(actions=actions, actor=cast.finn)
    return actions


def sent(*actions: Action, **fields: object) -> dict[str, object]:
    """What a browser sends: `verdict_0` is the verdict on the first of these."""
    given: dict[str, object] = {"shown": [one.pk for one in actions]}
    for name, value in fields.items():
        field, _, at = name.rpartition("_")
        given[f"a{actions[int(at)].pk}-{field}"] = value
    return given


@pytest.mark.claim("G8")
def test_an_officer_checks_every_proposal_from_the_mail(client: Client, cast: Cast) -> None:
    bus, party = asked(cast)
    need, path = noted(cast), mailed(cast.bram)
    page = client.get(path)
    assert page.status_code == 200
    assert not LocalCheck.objects.exists(), "opening a link changes nothing: programs open links too"
    for words in ("Speelbus", "Fuifbus", need.title):
        assert words in page.text
    assert "Hoe graag" not in page.text
    answer = client.post(
        path,
        sent(bus, party, verdict_0="fits", need_0=need.pk, verdict_1="not", why_1="Geen plein"),
        follow=True,
    )
    assert "Genoteerd voor 2 voorstellen" in answer.text
    said = {one.action_id: (one.verdict, one.words, one.by) for one in LocalCheck.objects.all()}
    assert said == {
        bus.pk: ("fits", need.title, cast.bram),
        party.pk: ("not", "Geen plein", cast.bram),
    }


@pytest.mark.claim("W12", "W16")
def test_an_alderman_answers_from_the_mail_with_the_goal_of_the_local_policy(
    client: Client, cast: Cast
) -> None:
    bus, party = asked(cast)
    path = mailed(cast.amina)
    assert "Hoe graag zie je dit?" in client.get(path).text
    goal = "Elk kind speelt buiten"
    client.post(path, sent(bus, party, liking_0="4", goal_0=goal, liking_1="0", word_1="Liever later"))
    said = {
        one.action_id: (one.liking, one.goal, one.word, one.by, one.municipality)
        for one in Preference.objects.all()
    }
    assert said == {
        bus.pk: (4, goal, "", cast.amina, cast.municipality),
        party.pk: (0, "", "Liever later", cast.amina, cast.municipality),
    }
    assert f'<option value="{goal}">' in client.get(path).text, "one tap the next time"


def test_one_mail_and_one_page_serve_both_words_of_an_alderman(client: Client, cast: Cast) -> None:
    (bus,) = asked(cast, "Speelbus")
    assert OutgoingMail.objects.filter(person=cast.amina).count() == 1
    client.post(mailed(cast.amina), sent(bus, liking_0="5", verdict_0="neutral"))
    assert LocalCheck.objects.get().by == Preference.objects.get().by == cast.amina


def test_a_new_need_is_written_down_in_the_same_form(client: Client, cast: Cast) -> None:
    (bus,) = asked(cast, "Speelbus")
    client.post(mailed(cast.bram), sent(bus, verdict_0="fits", new_need_0="Niemand raakt er"))
    assert LocalCheck.objects.get().need == Need.objects.get(title="Niemand raakt er")


def test_all_problems_are_shown_at_once_and_nothing_is_kept(client: Client, cast: Cast) -> None:
    bus, party = asked(cast)
    noted(cast)
    answer = client.post(
        mailed(cast.amina),
        sent(bus, party, verdict_0="fits", verdict_1="not", goal_1="Een doel", liking_0="9"),
    )
    assert answer.status_code == 422
    for words in ("Kies de nood", "Schrijf waarom", "Kies ook hoe graag", "Een doel"):
        assert words in answer.text
    assert not LocalCheck.objects.exists()
    assert not Preference.objects.exists()


def test_nothing_is_noted_again_when_nothing_changed(client: Client, cast: Cast) -> None:
    (bus,) = asked(cast, "Speelbus")
    path, given = mailed(cast.bram), sent(bus, verdict_0="neutral", why_0="")
    client.post(path, given)
    first = LocalCheck.objects.get().at
    assert "niets veranderd" in client.post(path, given, follow=True).text
    assert LocalCheck.objects.get().at == first


def test_what_was_decided_meanwhile_is_said_and_the_rest_is_kept(client: Client, cast: Cast) -> None:
    bus, party = asked(cast)
    path = mailed(cast.bram)
    taken = Taken("Keuze", "chosen", [MatterSaid(bus.key, bus.title, True)], [])
    decision = take_decision(partnership=cast.partnership, taken=taken, on=timezone.localdate())
    Action.objects.filter(pk=bus.pk).update(decision=decision)
    answer = client.post(path, sent(bus, party, verdict_0="neutral", verdict_1="neutral"), follow=True)
    assert "&#x27;Speelbus&#x27; is intussen beslist" in answer.text
    assert [one.action for one in LocalCheck.objects.all()] == [party]


def test_an_old_link_says_so(client: Client, cast: Cast) -> None:
    asked(cast)
    path = mailed(cast.bram)
    with time_machine.travel(timezone.now() + timedelta(days=letters.DAYS + 1)):
        answer = client.get(path)
    assert answer.status_code == 410
    assert "te oud" in answer.text
    assert client.get("/toets/onzin/").status_code == 404


@pytest.mark.parametrize("gone", ["seat", "person"])
def test_who_sits_there_no_more_says_nothing_more(client: Client, cast: Cast, gone: str) -> None:
    (bus,) = asked(cast, "Speelbus")
    path = mailed(cast.bram)
    if gone == "seat":
        membership = Membership.objects.get(municipality=cast.municipality)
        partners.empty_seat(membership=membership, role="officer", on=timezone.localdate())
    else:
        Person.objects.filter(pk=cast.bram.pk).update(is_active=False)
    assert client.post(path, sent(bus, verdict_0="neutral")).status_code == (403 if gone == "seat" else 404)
    assert not LocalCheck.objects.exists()


@pytest.mark.claim("W16")
def test_an_officer_asks_the_own_alderman_with_one_button(client: Client, cast: Cast) -> None:
    bus = proposal(cast)
    client.force_login(cast.bram)
    home = f"/igs/{cast.partnership.slug}/toets/vragen/"
    assert "Vraag het aan mijn schepen" in client.get(home, {"actie": bus.pk}).text
    answer = client.post(f"{home}schepen/", {"actie": bus.pk, "gemeente": cast.municipality.pk}, follow=True)
    assert "1 mail is onderweg" in answer.text
    assert [one.person for one in OutgoingMail.objects.all()] == [cast.amina]
    assert Client().get(mailed(cast.amina)).status_code == 200
    assert list(selectors.asked_since([bus])[bus.pk]) == [cast.municipality.pk]


def test_an_officer_asks_no_alderman_of_others_and_not_everybody(cast: Cast) -> None:
    bus = proposal(cast)
    for who in (cast.celia, cast.amina, cast.daan, cast.els):
        with pytest.raises(PermissionDenied):
            services.ask_alderman(actions=[bus], municipality=cast.municipality, actor=who)
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize("who", ["bram", "celia", "daan", "els", "finn"])
def test_only_the_alderman_says_what_the_alderman_likes(cast: Cast, who: str) -> None:
    with pytest.raises(PermissionDenied):
        services.prefer(
            action=proposal(cast), municipality=cast.municipality, liking=3, actor=getattr(cast, who)
        )


@pytest.mark.parametrize("liking", [-1, 6])
def test_a_liking_is_from_0_to_5(cast: Cast, liking: int) -> None:
    with pytest.raises(ValidationError):
        services.prefer(
            action=proposal(cast), municipality=cast.municipality, liking=liking, actor=cast.amina
        )
