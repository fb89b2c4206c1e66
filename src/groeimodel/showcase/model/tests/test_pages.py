"""The growth model shown: every word from the content, each role in each model, the soil always beside it."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse
from pytest_django import DjangoAssertNumQueries

from groeimodel import content as texts
from groeimodel.content.checks import all_texts
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.testing.cast import Cast
from groeimodel.gauge.scan.tests.filling import closed, handed_in, opened
from groeimodel.rules.growth.content import ACTORS, LAYERS, Layer, Text
from groeimodel.showcase.model import views

TEMPLATES = Path(views.__file__).parent / "templates"
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["start", "infographic", "factors", "about"])
def test_every_page_answers(client: Client, name: str) -> None:
    assert client.get(reverse(f"model:{name}")).status_code == 200


@pytest.mark.claim("G5", "I1")
@pytest.mark.parametrize("layer", LAYERS)
def test_each_model_says_what_each_role_needs(client: Client, layer: Layer) -> None:
    text = unescape(client.get(reverse("model:model", args=[views.SLUGS[layer]])).text)
    model = texts.load().model(layer)
    for actor in ACTORS:
        assert f'id="{views.ANCHORS[actor]}"' in text
        assert all(point.nl in text for point in model.parts[actor].points)
    assert model.enough.nl in text


@pytest.mark.claim("I1")
def test_the_infographic_is_explored_by_model_and_role(client: Client) -> None:
    content, page = texts.load(), reverse("model:infographic")
    everything = client.get(page).text
    assert all(content.model(layer).summary.nl in everything for layer in LAYERS)
    chosen = client.get(page, {"model": "bloemenweide", "rol": "schepen"}).text
    meadow = content.model("meadow")
    assert meadow.parts["alderman"].points[0].nl in chosen
    assert meadow.parts["officer"].points[0].nl not in chosen
    assert content.model("shop").summary.nl not in chosen
    assert client.get(page, {"model": "x", "rol": "y"}).status_code == 200


@pytest.mark.claim("I1")
def test_every_text_of_the_infographic_comes_from_the_content(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = texts.load()
    soil = replace(content.model("soil"), summary=Text(nl="Een heel andere zin.", en="Another sentence."))
    changed = replace(content, models=(soil, *content.models[1:]))
    monkeypatch.setattr("groeimodel.content.load", lambda: changed)
    assert "Een heel andere zin." in client.get(reverse("model:infographic")).text


@pytest.mark.claim("I1")
@pytest.mark.parametrize("page", ["/", "/model/", "/model/?model=bloemenwinkel"])
def test_the_landscape_is_drawn_once_and_shown_through_windows(client: Client, page: str) -> None:
    text = client.get(page).text
    assert text.count('id="m-all"') == 1
    windows = re.findall(r'<svg viewBox="([^"]+)" class="garden garden-auto"', text)
    assert len(windows) == len(set(windows)) == (1 if "?" in page else 3)
    assert text.count('<use href="#m-all"/>') == len(windows) - 1
    ids = re.findall(r'\sid="([^"]+)"', text)
    assert len(ids) == len(set(ids))


@pytest.mark.claim("I1")
def test_a_choice_keeps_the_other_choice(client: Client) -> None:
    text = unescape(
        client.get(reverse("model:infographic"), {"model": "bloemenweide", "rol": "schepen"}).text
    )
    for address in (
        "?model=potgrond&rol=schepen",
        "?model=bloemenweide&rol=samen",
        "?rol=schepen",
        "?model=bloemenweide",
    ):
        assert f'href="/model/{address}#modellen"' in text
    assert text.count('aria-current="true"') == 3  # the menu, the model, the role


def test_what_is_drawn_is_told(client: Client) -> None:
    text = unescape(client.get(reverse("model:infographic")).text)
    told = [text_.nl for key, text_ in texts.load().words.items() if key.startswith("infographic.legend.")]
    assert len(told) >= 8
    assert all(f"<li>{one}</li>" in text for one in told)


def test_no_sentence_of_the_model_stands_in_a_template() -> None:
    sentences = [text.nl for text in all_texts(texts.load()) if len(text.nl.split()) > 5]
    for path in TEMPLATES.rglob("*.html"):
        written = path.read_text()
        assert not [sentence for sentence in sentences if sentence in written], path.name


@pytest.mark.claim("I1")
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_poster_is_one_page_of_a3(client: Client, language: str) -> None:
    pdf = client.get(reverse("model:poster"), {"taal": language})
    again = client.get(reverse("model:poster"), {"taal": language})
    assert pdf["Content-Type"] == "application/pdf"
    assert pdf.content == again.content
    assert len(re.findall(rb"/Type\s*/Page\b", pdf.content)) == 1
    box = re.search(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", pdf.content)
    assert box is not None
    width, height = (float(size) for size in box.groups())
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (420, 297)


@pytest.mark.claim("G6")
@pytest.mark.parametrize("slug", ["bloemenweide", "bloemenwinkel"])
def test_meadow_and_shop_show_the_state_of_the_soil(client: Client, cast: Cast, slug: str) -> None:
    page = reverse("model:model", args=[slug])
    reminder = texts.load().word("infographic.soil_reminder")
    assert reminder in client.get(page).text
    round = opened(cast)
    handed_in(round, "alderman", cast.municipality)
    closed(cast, round)
    client.force_login(cast.bram)
    text = client.get(page).text
    assert reminder not in text
    assert re.search(r"De potgrond van Testland is \w+: \d+ op 100\.", text)


@pytest.mark.claim("G5")
def test_who_signs_in_lands_on_the_own_role_in_the_own_model(client: Client, cast: Cast) -> None:
    partners.declare_aim(partnership=cast.partnership, aim="meadow", actor=None)
    for person, anchor in ((cast.amina, "schepen"), (cast.bram, "ambtenaar"), (cast.finn, "samen")):
        client.force_login(person)
        answer = client.get(reverse("model:mine"))
        assert answer["Location"] == f"{reverse('model:model', args=['bloemenweide'])}#{anchor}"
        text = client.get(answer["Location"].partition("#")[0]).text
        places = {one: text.index(f'id="{one}"') for one in views.ANCHORS.values()}
        assert min(places, key=places.__getitem__) == anchor


def test_a_visitor_has_no_own_model(client: Client) -> None:
    assert client.get(reverse("model:mine"))["Location"] == reverse("model:infographic")


@pytest.mark.claim("G4")
def test_no_model_is_called_better(client: Client) -> None:
    for slug in views.SLUGS.values():
        text = client.get(reverse("model:model", args=[slug])).text.lower()
        assert not re.search(r"hogere? (fase|model)|beste model|verder gevorderd|volgende niveau", text)


def test_what_is_not_confirmed_says_so(client: Client) -> None:
    text = client.get(reverse("model:factors")).text
    factors = texts.load().factors
    assert text.count("te bevestigen</span>") == sum(not one.confirmed for one in factors)
    assert all(one.title.nl in text for one in factors)


@pytest.mark.parametrize("layer", LAYERS)
def test_what_is_not_confirmed_says_so_on_the_page_of_a_model_too(client: Client, layer: Layer) -> None:
    content = texts.load()
    text = unescape(client.get(reverse("model:model", args=[views.SLUGS[layer]])).text)
    touched = views.factors_of(content, layer)
    assert any(not one.confirmed for one in touched)
    for one in touched:
        assert (f"{one.title.nl} (te bevestigen)" in text) is not one.confirmed


def test_every_place_to_start_exists() -> None:
    for place in texts.load().places:
        if place.page:
            assert any(_resolves(place.page, arguments) for arguments in ([], ["een-igs"])), place.id


def _resolves(page: str, arguments: list[str]) -> bool:
    try:
        return bool(reverse(page, args=arguments))
    except NoReverseMatch:
        return False


def test_queries_stay_few(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(cast.bram)
    client.get(reverse("model:about"))  # the first page after signing in keeps the session
    for name, most in (("start", 6), ("infographic", 4), ("about", 4)):
        with django_assert_max_num_queries(most):
            client.get(reverse(f"model:{name}"))
    page = reverse("model:model", args=["bloemenweide"])
    with django_assert_max_num_queries(16):
        client.get(page)
    with django_assert_max_num_queries(7):  # nothing was done since: the body was kept
        client.get(page)


def test_an_unknown_model_is_a_kind_404(client: Client) -> None:
    answer = client.get("/model/kaktus/")
    assert answer.status_code == 404
    assert "Deze pagina bestaat niet" in answer.text
