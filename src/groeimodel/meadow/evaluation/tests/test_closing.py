"""An evaluation decides, and closing it carries the verdict out, all of it or nothing (claims W9, W21)."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.asks import Here, asked_of
from groeimodel.foundation.partners.access import parts_in
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions import services as actions
from groeimodel.meadow.actions.models import Action, StageChange
from groeimodel.meadow.evaluation import services
from groeimodel.meadow.evaluation.models import Evaluation
from groeimodel.meadow.evaluation.services import Said
from groeimodel.meadow.tending.tests.running import running, spend
from groeimodel.soil.lessons.models import Lesson
from groeimodel.soil.themes import services as themes

WHOLE = Said(
    reach=23,
    reach_source="deelnemerslijst",
    title="Begin met de jongeren",
    learned="Wie eerst met jongeren praat, kiest een andere zaal.",
    reason="Drie gemeenten vragen het opnieuw.",
    result=70,
    tags="fuif",
)


def said(verdict: str, **more: object) -> Said:
    return replace(WHOLE, verdict=verdict, **more)  # type: ignore[arg-type]


def page(action: Action, name: str = "page") -> str:
    return reverse(f"evaluation:{name}", args=[action.partnership.slug, action.pk])


def closed(action: Action, verdict: str, actor: Person | None = None, **more: object) -> Evaluation:
    services.save_draft(action=action, said=said(verdict, **more), actor=actor)
    return services.close(action=action, actor=actor)


def asks(cast: Cast, person: Person) -> list[str]:
    here = Here(person, cast.partnership, parts_in(person, cast.partnership), timezone.localdate())
    with scope(partnership=cast.partnership):
        return [one.title for one in asked_of(here)]


@pytest.mark.claim("W9")
def test_sown_again_with_the_same_theme_species_and_estimate(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        theme = themes.propose(partnership=cast.partnership, proposal=themes.Proposal("Uitgaan"))
        action = running(cast, days=(-60, 3), budget=800)
        Action.objects.filter(pk=action.pk).update(theme=theme, estimate=Decimal("750"))
        spend(action, "640")
        evaluation = closed(action, "again", cast.bram)
        action.refresh_from_db()
        seed = evaluation.follow_up
        assert seed is not None
        assert (action.stage, action.result) == ("harvest", 70)
        assert StageChange.objects.filter(action=action).last().reason == WHOLE.reason  # type: ignore[union-attr]
        assert (seed.stage, seed.came_from, seed.theme, seed.species) == (
            "seed",
            action,
            theme,
            action.species,
        )
        assert (seed.estimate, seed.plot) == (Decimal(750), None)
        assert "Het kostte €\xa0640." in seed.text
        assert evaluation.cost == 640


@pytest.mark.claim("W9")
def test_made_special_as_a_seedling_with_the_feed_it_needs(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast, plot=cast.municipality)
        evaluation = closed(action, "specialise", cast.bram, feed="Een geluidstechnicus")
        seed = evaluation.follow_up
        assert seed is not None
        assert (seed.stage, seed.gardener, seed.plot) == ("seedling", cast.bram, cast.municipality)
        assert "Extra voeding: Een geluidstechnicus" in seed.text
        assert seed.estimate == 1000  # what was granted, where nothing was estimated


@pytest.mark.claim("W21")
def test_composting_keeps_the_lesson_and_shows_what_fits_better(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        other = actions.take_down_seed(
            partnership=cast.partnership, title="Speelstraat", species="daisy", on=timezone.localdate()
        )
        action = running(cast)
        closed(action, "compost", cast.bram, result=None)
        action.refresh_from_db()
        assert (action.stage, action.lesson) == ("compost", WHOLE.learned)
        assert Lesson.objects.get().title == WHOLE.title
    client.force_login(cast.celia)
    seen = client.get(reverse("actions:action", args=["testland", action.pk])).text
    assert other.title in seen
    assert WHOLE.learned in seen


@pytest.mark.claim("W9")
def test_everything_that_lacks_is_said_at_once_and_nothing_happens(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast)
    client.force_login(cast.bram)
    client.post(page(action), {"verdict": "specialise", "reach": "5", "bewaar": ""})
    answer = client.post(page(action, "close"))
    assert answer.status_code == 422
    for words in (
        "de les op",
        "waarom jullie dat kiezen",
        "extra voeding",
        "hoe goed het lukte",
        "van het bereik",
    ):
        assert words in answer.text
    with scope(partnership=cast.partnership):
        action.refresh_from_db()
        assert action.stage == "flower"
        assert not Lesson.objects.exists()


def test_a_failure_on_the_way_takes_all_of_it_back(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast)
        services.save_draft(action=action, said=said("again"), actor=cast.bram)

        def fails(*_args: object, **_kwargs: object) -> None:
            raise ValidationError("De grond is bevroren.")

        monkeypatch.setattr("groeimodel.meadow.evaluation.following_up.actions.take_down_seed", fails)
        with pytest.raises(ValidationError):
            services.close(action=action, actor=cast.bram)
        action.refresh_from_db()
        assert action.stage == "flower"
        assert not Lesson.objects.exists()
        assert Evaluation.objects.get().open


def test_a_draft_is_kept_while_it_is_written_and_closed_from_the_page(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast, days=(-60, 3))
    client.force_login(cast.bram)
    client.post(page(action), {"went_well": "De sfeer", "bewaar": ""})
    assert "De sfeer" in client.get(page(action)).text
    sent = {
        "title": "Begin met jongeren",
        "learned": "Zij kiezen anders.",
        "verdict": "again",
        "reason": "Gevraagd",
        "result": "70",
        "share": "on",
        "went_well": "De sfeer",
        "sluit": "",
    }
    asked = client.post(page(action), sent, follow=True)
    assert "Er komt een nieuw zaadje" in asked.text
    with scope(partnership=cast.partnership):
        assert Evaluation.objects.get().open, "asked first"
    done = client.post(page(action, "close"), follow=True)
    assert "De les ligt in de potgrond" in done.text
    assert "Schrijf de evaluatie" not in done.text
    assert client.post(page(action), sent).status_code != 500
    assert "Deel de les 'Begin met jongeren'" in asks(cast, cast.finn)
    assert "Deel de les 'Begin met jongeren'" not in asks(cast, cast.bram)


def test_who_tends_it_or_coordinates_evaluates(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast)
        for person in (cast.celia, cast.amina, cast.daan, cast.els):
            with pytest.raises(PermissionDenied):
                services.save_draft(action=action, said=WHOLE, actor=person)
            with pytest.raises(PermissionDenied):
                services.close(action=action, actor=person)
        closed(action, "again", cast.finn)
    client.force_login(cast.daan)
    assert client.get(page(action)).status_code == 403
    client.force_login(cast.celia)
    assert client.get(page(action)).status_code == 200
    assert client.post(page(action), {}).status_code == 403


def test_what_was_picked_before_can_still_be_evaluated(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast, days=(-60, -3))
        actions.pick(action=action, result=90)
        assert "Evalueer 'Fuifcoaches'" in asks(cast, cast.bram)
        services.save_draft(action=action, said=said("compost"), actor=cast.bram)
        with pytest.raises(ValidationError):
            services.close(action=action, actor=cast.bram)
        evaluation = closed(action, "again", cast.bram)
        assert evaluation.follow_up is not None
        with pytest.raises(ValidationError):
            services.save_draft(action=action, said=WHOLE, actor=cast.bram)
    assert "Evalueer 'Fuifcoaches'" not in asks(cast, cast.bram)


def test_a_gardener_from_elsewhere_can_close_what_stands_on_another_plot(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast, plot=cast.municipality, gardener=cast.celia)
        evaluation = closed(action, "again", cast.celia)
        assert evaluation.follow_up is not None
        assert evaluation.follow_up.plot == cast.municipality


def test_nothing_is_evaluated_that_never_ran(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        seed = actions.take_down_seed(partnership=cast.partnership, title="Idee", on=timezone.localdate())
        with pytest.raises(ValidationError):
            services.save_draft(action=seed, said=WHOLE)
    client.force_login(cast.finn)
    assert client.get(page(seed)).status_code == 404
