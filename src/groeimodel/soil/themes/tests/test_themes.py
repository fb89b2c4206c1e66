"""Members propose themes and lift them by vote (claim P2)."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django_scopes import scope

from groeimodel.foundation.testing.cast import Cast
from groeimodel.soil.themes import services
from groeimodel.soil.themes.models import Backing, Theme
from groeimodel.soil.themes.selectors import themes_of
from groeimodel.soil.themes.services import Proposal

pytestmark = pytest.mark.django_db


def propose(cast: Cast, title: str, by: str = "bram") -> Theme:
    with scope(partnership=cast.partnership):
        return services.propose(
            partnership=cast.partnership, proposal=Proposal(title), actor=getattr(cast, by)
        )


@pytest.mark.claim("P2")
def test_municipalities_weigh_the_same(cast: Cast) -> None:
    """Two votes of one municipality carry less far than one of each of two."""
    one, two = propose(cast, "Een gemeente", "celia"), propose(cast, "Twee gemeenten", "bram")
    third = propose(cast, "Van de coördinator", "finn")
    with scope(partnership=cast.partnership):
        services.back(theme=two, actor=cast.celia)
        services.back(theme=one, actor=cast.celia)
        rows = list(themes_of(cast.partnership, cast.celia))
    assert [(row.title, row.carried, row.votes) for row in rows] == [  # type: ignore[attr-defined]
        ("Twee gemeenten", 2, 2),
        ("Een gemeente", 1, 1),
        ("Van de coördinator", 0, 0),
    ]
    assert third.municipality is None


def test_a_vote_is_taken_back(client: Client, cast: Cast) -> None:
    theme = propose(cast, "Kampen")
    url = reverse("themes:back", args=[cast.partnership.slug, theme.pk])
    client.force_login(cast.celia)
    client.post(url)
    assert Backing.objects.filter(theme=theme).count() == 2
    client.post(url, {"van": "thema"})
    assert Backing.objects.filter(theme=theme).count() == 1
    client.force_login(cast.finn)
    assert client.post(url).status_code == 403


def test_who_tends_a_theme(cast: Cast) -> None:
    theme = propose(cast, "Kampen")
    with scope(partnership=cast.partnership):
        services.change(theme=theme, proposal=Proposal("Kampen en bivak"), actor=cast.finn)
        with pytest.raises(PermissionDenied):
            services.change(theme=theme, proposal=Proposal("Iets anders"), actor=cast.celia)
        with pytest.raises(PermissionDenied):
            propose(cast, "Van buiten", "daan")
        link = services.add_link(theme=theme, url="https://voorbeeld.test", label="Lijst", actor=cast.celia)
        with pytest.raises(PermissionDenied):
            services.remove_link(link=link, actor=cast.amina)
        services.remove_link(link=link, actor=cast.bram)


def test_the_pages(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    page = reverse("themes:list", args=[cast.partnership.slug])
    assert "Nog geen thema" in client.get(page).text
    assert client.post(page, {"title": ""}).status_code == 422
    client.post(page, {"title": "Veilig uitgaan", "about": "Fuiven", "asked": "Wat doe jij?"})
    with scope(partnership=cast.partnership):
        theme = Theme.objects.get()
    bad = client.post(
        reverse("themes:add_link", args=[cast.partnership.slug, theme.pk]),
        {"label": "x", "url": "javascript:alert(1)"},
    )
    assert bad.status_code == 422
    rest = reverse("themes:rest", args=[cast.partnership.slug, theme.pk])
    client.post(rest)
    assert "dat rust" in client.get(page).text
    client.post(rest)
    assert "dat rust" not in client.get(page).text


@pytest.mark.parametrize("title", ["<script>alert(1)</script>", "Ünïcode 🌱", "x" * 120])
def test_any_title_is_shown_as_it_is(client: Client, cast: Cast, title: str) -> None:
    propose(cast, title)
    client.force_login(cast.bram)
    page = client.get(reverse("themes:list", args=[cast.partnership.slug])).text
    assert "<script>alert" not in page
