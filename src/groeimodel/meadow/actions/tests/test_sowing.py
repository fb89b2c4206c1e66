"""A seed is taken down in one step where it falls, remembers that, and can be taken back (claims W1, W13)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope, scopes_disabled
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions import services
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.offering import on_theme
from groeimodel.meadow.actions.origins import from_theme
from groeimodel.soil.meetings import services as meetings
from groeimodel.soil.meetings.models import Meeting
from groeimodel.soil.needs.models import Need
from groeimodel.soil.questions import services as questions
from groeimodel.soil.questions.models import Question
from groeimodel.soil.themes import services as themes
from groeimodel.soil.themes.models import Theme

Page = Theme | Meeting | Question | Need


def page(cast: Cast, kind: str) -> Page:
    """A theme, a meeting, a question or a need of the partnership."""
    here, now = cast.partnership, timezone.now()
    if kind == "theme":
        return themes.propose(partnership=here, proposal=themes.Proposal("Uitgaan"), actor=cast.bram)
    if kind == "question":
        return questions.ask(partnership=here, call=questions.Call("Wie heeft dit al?"), actor=cast.bram)
    if kind == "need":
        return Need.objects.create(
            partnership=here, municipality=cast.municipality, title="Geen plek", source="seen", heard_on=now
        )
    when = meetings.When(now + timedelta(days=9), now + timedelta(days=9, hours=2))
    return meetings.plan(
        partnership=here, draft=meetings.Draft("Overleg", "both"), when=when, actor=cast.bram
    )


def sow(cast: Cast) -> str:
    return reverse("actions:sow", args=[cast.partnership.slug])


def key(row: Page) -> str:
    return f"{row._meta.label_lower}:{row.pk}"


@pytest.mark.claim("W1")
@pytest.mark.parametrize("kind", ["theme", "meeting", "question", "need"])
def test_one_field_on_the_page_and_it_remembers_where_it_fell(cast: Cast, client: Client, kind: str) -> None:
    with scope(partnership=cast.partnership):
        row = page(cast, kind)
    client.force_login(cast.bram)
    text = client.get(row.get_absolute_url()).text
    assert "Hier viel een zaadje" in text
    assert f'value="{key(row)}"' in text
    answer = client.post(sow(cast), {"title": "Speelbus", "origin": key(row)}, follow=True)
    assert answer.redirect_chain == [(row.get_absolute_url(), 302)]
    assert "Zaadje genoteerd: ‘Speelbus’" in answer.text
    with scope(partnership=cast.partnership):
        seed = Action.objects.get()
    assert (seed.stage, seed.species, seed.origin) == ("seed", "", key(row))
    assert (seed.origin_title, seed.origin_path) == (row.title, row.get_absolute_url())
    assert seed.theme_id == (row.pk if kind == "theme" else None)
    assert answer.text.count("Speelbus") >= 2, "it stands on the card of the page too"


@pytest.mark.claim("W1")
def test_on_the_meadow_itself_too(cast: Cast, client: Client) -> None:
    client.force_login(cast.bram)
    answer = client.post(sow(cast), {"title": "Speelbus"}, follow=True)
    assert answer.redirect_chain == [(reverse("actions:meadow", args=[cast.partnership.slug]), 302)]
    assert "Speelbus" in answer.text


def test_what_somebody_posts_is_not_trusted(cast: Cast, client: Client) -> None:
    """Another partnership's row, a model nobody registered, an address of elsewhere: the seed falls on the meadow."""
    with scope(partnership=cast.elsewhere):
        other = themes.propose(
            partnership=cast.elsewhere, proposal=themes.Proposal("Geheim"), actor=cast.daan
        )
    client.force_login(cast.bram)
    for origin in (
        key(other),
        "people.person:1",
        "themes.theme:x",
        "themes.theme:" + "9" * 30,
        "//kwaad.test",
    ):
        sent = {"title": "Iets", "origin": origin, "origin_title": "Geheim", "origin_path": "//kwaad.test"}
        answer = client.post(sow(cast), sent)
        assert answer["Location"] == reverse("actions:meadow", args=[cast.partnership.slug])
    with scope(partnership=cast.partnership):
        assert set(Action.objects.values_list("origin", "origin_title", "origin_path")) == {("", "", "")}


def test_what_is_wrong_is_said_and_what_was_typed_stays(cast: Cast, client: Client) -> None:
    with scope(partnership=cast.partnership):
        row = page(cast, "theme")
    client.force_login(cast.bram)
    answer = client.post(sow(cast), {"title": "x" * 130, "origin": key(row)})
    assert answer.status_code == 422
    assert "x" * 130 in answer.text
    assert f'value="{key(row)}"' in answer.text


@pytest.mark.parametrize(("who", "sees"), [("amina", True), ("celia", True), ("finn", True), ("els", False)])
def test_the_field_is_for_who_takes_seeds_down(cast: Cast, client: Client, who: str, sees: bool) -> None:
    with scope(partnership=cast.partnership):
        row = page(cast, "theme")
    client.force_login(getattr(cast, who))
    assert ("Hier viel een zaadje" in client.get(row.get_absolute_url()).text) is sees
    assert client.post(sow(cast), {"title": "Iets"}).status_code == (302 if sees else 403)


def test_outsiders_sow_nothing(cast: Cast, client: Client) -> None:
    client.force_login(cast.daan)
    assert client.post(sow(cast), {"title": "Iets"}).status_code == 403
    with scopes_disabled():
        assert not Action.objects.exists()


def test_the_card_takes_one_query_however_many_seeds(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with scope(partnership=cast.partnership):
        theme = page(cast, "theme")
        assert isinstance(theme, Theme)
        for number in range(12):
            origin = from_theme(theme)
            services.take_down_seed(
                partnership=cast.partnership, title=f"Idee {number}", on=timezone.localdate(), origin=origin
            )
        with django_assert_num_queries(1):
            panel = on_theme(theme)
    assert [row.text for row in panel.rows[:2]] == ["Idee 11", "Idee 10"]
    assert panel.rows[-1].url.endswith(f"/weide/?thema={theme.pk}")


# -- Taking back --------------------------------------------------------------------


def noted(cast: Cast) -> Action:
    return services.take_down_seed(
        partnership=cast.partnership, title="Speelbus", on=timezone.localdate(), actor=cast.bram
    )


def test_one_button_takes_it_back(cast: Cast, client: Client) -> None:
    client.force_login(cast.bram)
    text = client.post(sow(cast), {"title": "Speelbus"}, follow=True).text
    with scope(partnership=cast.partnership):
        address = reverse("actions:take_back", args=[cast.partnership.slug, Action.objects.get().pk])
    assert f'action="{address}"' in text
    client.post(address)
    with scope(partnership=cast.partnership):
        assert not Action.objects.exists()


@pytest.mark.parametrize("who", ["amina", "celia", "els", "daan"])
def test_others_do_not_take_it_back(cast: Cast, who: str) -> None:
    with scope(partnership=cast.partnership):
        seed = noted(cast)
        with pytest.raises(PermissionDenied):
            services.take_back(action=seed, actor=getattr(cast, who))
        services.take_back(action=seed, actor=cast.finn)


def test_not_once_something_happened_to_it(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        seed = noted(cast)
        services.change_plan(action=seed, plan=services.Plan("Speelbus", text="Met een bar"), actor=cast.finn)
        with pytest.raises(ValidationError, match="intussen"):
            services.take_back(action=seed, actor=cast.bram)
        assert Action.objects.count() == 1


# -- At the neighbours' ------------------------------------------------------------------


def neighbours_action(cast: Cast) -> Action:
    return services.take_down_seed(
        partnership=cast.partnership,
        title="Kindergemeenteraad",
        species="mallow",
        text="Met het vierde leerjaar.",
        on=timezone.localdate(),
        plot=cast.neighbour,
    )


@pytest.mark.claim("W13")
def test_this_could_work_for_us_in_one_click(cast: Cast, client: Client) -> None:
    seen = neighbours_action(cast)
    client.force_login(cast.bram)
    stroll = reverse("actions:neighbours", args=[cast.partnership.slug])
    text = client.get(stroll).text
    assert "Kindergemeenteraad" in text
    assert "Dit kan ook bij ons" in text
    address = reverse("actions:try_too", args=[cast.partnership.slug, seen.pk])
    answer = client.post(address, {"plot": cast.municipality.pk}, follow=True)
    assert "ligt nu als zaadje op jullie perceel" in answer.text
    assert "Ligt al bij jullie" in answer.text
    with scope(partnership=cast.partnership):
        seed = Action.objects.get(plot=cast.municipality)
        assert (seed.stage, seed.title, seed.species) == ("seed", "Kindergemeenteraad", "mallow")
        assert (seed.came_from, seed.origin, seed.origin_path) == (seen, seen.key, seen.get_absolute_url())
        client.post(address, {"plot": cast.municipality.pk})
        assert Action.objects.count() == 2, "once is enough"


@pytest.mark.claim("W13")
def test_the_stroll_goes_by_the_other_plots_and_not_the_own(cast: Cast, client: Client) -> None:
    neighbours_action(cast)
    services.take_down_seed(
        partnership=cast.partnership, title="Eigen idee", on=timezone.localdate(), plot=cast.municipality
    )
    stroll = reverse("actions:neighbours", args=[cast.partnership.slug])
    client.force_login(cast.bram)
    assert "Eigen idee" not in client.get(f"{stroll}?perceel={cast.municipality.pk}").text
    client.force_login(cast.celia)
    text = client.get(stroll).text
    assert "Eigen idee" in text
    assert "Kindergemeenteraad" not in text


def test_a_supporter_looks_along_without_a_button(cast: Cast, client: Client) -> None:
    neighbours_action(cast)
    client.force_login(cast.els)
    text = client.get(reverse("actions:neighbours", args=[cast.partnership.slug])).text
    assert "Kindergemeenteraad" in text
    assert "Dit kan ook bij ons" not in text


def test_nobody_sows_on_the_plot_of_another(cast: Cast, client: Client) -> None:
    seen = neighbours_action(cast)
    client.force_login(cast.bram)
    address = reverse("actions:try_too", args=[cast.partnership.slug, seen.pk])
    assert client.post(address, {"plot": cast.neighbour.pk}).status_code == 403
    with scope(partnership=cast.partnership):
        with pytest.raises(PermissionDenied):
            services.try_too(action=seen, plot=cast.municipality, actor=cast.daan)
        with pytest.raises(ValidationError, match="eigen perceel"):
            services.try_too(action=seen, plot=cast.neighbour, actor=cast.celia)


def test_an_empty_stroll_teaches(cast: Cast, client: Client) -> None:
    client.force_login(cast.bram)
    text = client.get(reverse("actions:neighbours", args=[cast.partnership.slug])).text
    assert "Nog niets op de andere percelen" in text
