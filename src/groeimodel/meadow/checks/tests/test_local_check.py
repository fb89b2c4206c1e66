"""Each municipality says whether a proposal fits its own needs, before the decision (claim G8)."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.decisions.services import MatterSaid, Taken, take_decision
from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.checks import recording, selectors, services
from groeimodel.meadow.checks.models import CheckCall, LocalCheck
from groeimodel.meadow.checks.tests.kit import proposal
from groeimodel.soil.needs import services as needs
from groeimodel.soil.needs.models import Need
from groeimodel.soil.needs.tests.kit import noted


@pytest.fixture(autouse=True)
def _inside(cast: Cast):  # type: ignore[no-untyped-def]
    with scope(partnership=cast.partnership):
        yield


@pytest.mark.claim("G8")
@pytest.mark.parametrize("who", ["amina", "bram", "finn"])
def test_a_check_names_a_need_and_the_last_word_counts(cast: Cast, who: str) -> None:
    action, need, actor = proposal(cast), noted(cast), getattr(cast, who)
    services.check(action=action, municipality=cast.municipality, verdict="not", why="Te ver", actor=actor)
    services.check(action=action, municipality=cast.municipality, verdict="fits", need=need, actor=actor)
    said = selectors.checks_of([action])[action.pk]
    assert {key: (one.verdict, one.words) for key, one in said.items()} == {
        cast.municipality.pk: ("fits", need.title)
    }


@pytest.mark.parametrize("who", ["celia", "daan", "els"])
def test_others_do_not_check_for_a_municipality(cast: Cast, who: str) -> None:
    with pytest.raises(PermissionDenied):
        services.check(
            action=proposal(cast), municipality=cast.municipality, verdict="neutral", actor=getattr(cast, who)
        )
    assert not LocalCheck.objects.exists()


def test_a_municipality_of_elsewhere_does_not_check(cast: Cast) -> None:
    with pytest.raises(PermissionDenied):
        services.check(action=proposal(cast), municipality=cast.faraway, verdict="neutral", actor=cast.daan)


def test_fits_asks_a_need_and_not_asks_a_reason(cast: Cast) -> None:
    action = proposal(cast)
    with pytest.raises(ValidationError, match="Kies de nood"):
        services.check(action=action, municipality=cast.municipality, verdict="fits", actor=cast.bram)
    with pytest.raises(ValidationError, match="waarom"):
        services.check(action=action, municipality=cast.municipality, verdict="not", why=" ", actor=cast.bram)
    with pytest.raises(ValidationError, match="andere gemeente"):
        services.check(
            action=action,
            municipality=cast.municipality,
            verdict="fits",
            need=noted(cast, cast.neighbour),
            actor=cast.bram,
        )
    with pytest.raises(ValidationError):
        services.check(action=action, municipality=cast.municipality, verdict="misschien", actor=cast.bram)
    assert not LocalCheck.objects.exists()


def test_a_need_can_be_written_down_right_there_once(cast: Cast) -> None:
    for title in ("Speelbus", "Fuifbus"):
        services.check(
            action=proposal(cast, title),
            municipality=cast.municipality,
            verdict="fits",
            new_need="Wie niet kan fietsen, raakt nergens",
            actor=cast.bram,
        )
    need = Need.objects.get()
    assert (need.municipality, need.written_by, need.source) == (cast.municipality, cast.bram, "seen")
    assert LocalCheck.objects.filter(need=need).count() == 2


def test_a_need_that_a_check_rests_on_is_not_removed(cast: Cast) -> None:
    need = noted(cast)
    services.check(
        action=proposal(cast), municipality=cast.municipality, verdict="fits", need=need, actor=cast.bram
    )
    with pytest.raises(ValidationError, match="Sluit"):
        needs.remove_need(need=need, actor=cast.bram)
    assert Need.objects.exists()


@pytest.mark.claim("G8")
def test_after_the_decision_no_check_is_changed(cast: Cast) -> None:
    action = proposal(cast)
    services.check(action=action, municipality=cast.municipality, verdict="neutral", actor=cast.bram)
    decision = take_decision(
        partnership=cast.partnership,
        taken=Taken("Keuze", "chosen", [MatterSaid(action.key, action.title, True)], []),
        on=timezone.localdate(),
    )
    Action.objects.filter(pk=action.pk).update(decision=decision)
    for stale in (action, Action.objects.get()):
        with pytest.raises(ValidationError, match="beslist"):
            services.check(
                action=stale, municipality=cast.municipality, verdict="not", why="Toch niet", actor=cast.bram
            )
        with pytest.raises(ValidationError, match="beslist"):
            services.prefer(action=stale, municipality=cast.municipality, liking=1, actor=cast.amina)
        with pytest.raises(ValidationError, match="beslist"):
            services.ask_checks(actions=[Action.objects.get()], actor=cast.finn)
    assert LocalCheck.objects.get().verdict == "neutral"


def test_asking_mails_every_seat_once_about_all_proposals(cast: Cast) -> None:
    actions = [proposal(cast, title) for title in ("Speelbus", "Fuifbus")]
    called = services.ask_checks(actions=actions, actor=cast.finn)
    assert (called.mails, called.nobody) == (3, ())
    mails = OutgoingMail.objects.order_by("address")
    assert [one.address.split("@")[0] for one in mails] == ["amina", "bram", "celia"]
    assert all("Speelbus" in one.text and "Fuifbus" in one.text for one in mails)
    assert CheckCall.objects.count() == 4
    assert services.ask_checks(actions=actions, actor=cast.finn).mails == 0, "not twice on one day"


def test_a_reminder_goes_only_to_who_has_something_left_to_say(cast: Cast) -> None:
    action = proposal(cast)
    now = timezone.now()
    services.ask_checks(actions=[action], actor=cast.finn, at=now - timedelta(days=3))
    services.check(action=action, municipality=cast.municipality, verdict="neutral", actor=cast.bram)
    services.prefer(action=action, municipality=cast.municipality, liking=4, actor=cast.amina)
    OutgoingMail.objects.all().delete()
    assert services.ask_checks(actions=[action], actor=cast.finn, at=now).mails == 1
    assert OutgoingMail.objects.get().person == cast.celia
    assert {one.asked_at for one in CheckCall.objects.all()} == {now - timedelta(days=3)}


@pytest.mark.parametrize("who", ["amina", "bram", "daan", "els"])
def test_only_who_coordinates_or_tends_asks_everybody(cast: Cast, who: str) -> None:
    action, actor = proposal(cast), getattr(cast, who)
    with pytest.raises(PermissionDenied):
        services.ask_checks(actions=[action], actor=actor)
    if who == "bram":
        Action.objects.update(gardener=actor)
        assert services.ask_checks(actions=[Action.objects.get()], actor=actor).mails == 3


@pytest.mark.claim("G8")
def test_the_chance_is_seven_days_or_a_check(cast: Cast) -> None:
    action, places = proposal(cast), [cast.municipality, cast.neighbour]
    today = timezone.localdate()

    def missing(day_after: int = 0) -> list[Municipality]:
        day = today + timedelta(days=day_after)
        return selectors.had_the_chance(cast.partnership, [action], places, day).get(action.pk, [])

    assert missing(100) == places, "never asked is no chance"
    services.ask_checks(actions=[action], actor=cast.finn)
    assert missing(6) == places
    services.check(action=action, municipality=cast.municipality, verdict="neutral", actor=cast.bram)
    assert missing() == [cast.neighbour]
    assert missing(6) == [cast.neighbour]
    assert missing(7) == []


@pytest.mark.claim("G8")
def test_the_decision_reads_a_line_for_every_municipality(cast: Cast) -> None:
    action = proposal(cast)
    services.check(
        action=action, municipality=cast.municipality, verdict="not", why="Geen busbaan", actor=cast.bram
    )
    said = recording.checks_said([action], [cast.municipality, cast.neighbour])[action.pk]
    assert [(one.municipality, one.verdict, one.words) for one in said] == [
        (cast.municipality, "not", "Geen busbaan"),
        (cast.neighbour, "none", ""),
    ]


def test_after_a_merger_the_later_check_stays_and_the_earlier_question(cast: Cast) -> None:
    action, both = proposal(cast), proposal(cast, "Fuifbus")
    now = timezone.now()
    services.ask_checks(actions=[action, both], actor=cast.finn, at=now - timedelta(days=9))
    with time_machine.travel(now - timedelta(days=2)):
        services.check(action=both, municipality=cast.municipality, verdict="neutral", actor=cast.bram)
        services.check(action=action, municipality=cast.municipality, verdict="neutral", actor=cast.bram)
    services.check(action=both, municipality=cast.neighbour, verdict="not", why="Nee", actor=cast.celia)
    new = Municipality.objects.create(name="Nieuwdorp", invented=True)
    with scopes_disabled():
        partners.merge(into=new, parts=[cast.municipality, cast.neighbour], on=timezone.localdate())
    said = selectors.checks_of([action, both])
    assert {key: {k: one.verdict for k, one in rows.items()} for key, rows in said.items()} == {
        action.pk: {new.pk: "neutral"},
        both.pk: {new.pk: "not"},
    }
    assert not selectors.had_the_chance(cast.partnership, [action, both], [new], timezone.localdate())
