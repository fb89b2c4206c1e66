"""What the rooms write is found at once, and what they remove is not found any more."""

from datetime import date

import pytest
from django_scopes import scope

from groeimodel.foundation.search import services
from groeimodel.foundation.search.selectors import search
from groeimodel.foundation.testing.cast import Cast
from groeimodel.soil.harvest import services as harvest
from groeimodel.soil.themes import services as themes
from groeimodel.soil.themes.services import Proposal

pytestmark = pytest.mark.django_db


def found(cast: Cast, query: str) -> list[str]:
    return [hit.entry.title for hit in search(query, partnerships=[cast.partnership.pk]).hits]


def test_what_a_service_changes_is_found_at_once(cast: Cast) -> None:
    theme = themes.propose(partnership=cast.partnership, proposal=Proposal("Blokplekken"), actor=cast.bram)
    assert found(cast, "blokplek") == ["Blokplekken"]
    themes.change(theme=theme, proposal=Proposal("Stille studieplekken"), actor=cast.bram)
    assert found(cast, "stille") == ["Stille studieplekken"]


def test_what_is_removed_is_not_found_any_more(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        gain = harvest.Gain(cast.municipality, "Draaiboek speelstraat", date(2026, 1, 2))
        crop = harvest.record_harvest(partnership=cast.partnership, gain=gain, actor=cast.bram)
        assert found(cast, "speelstraat") == ["Draaiboek speelstraat"]
        harvest.remove_harvest(harvest=crop, actor=cast.bram)
    assert found(cast, "speelstraat") == []


def test_rebuilding_finds_the_same(cast: Cast) -> None:
    themes.propose(
        partnership=cast.partnership, proposal=Proposal("Blokplekken", "In de bib"), actor=cast.bram
    )
    assert services.rebuild(cast.partnership) == 1
    assert services.rebuild(cast.partnership) == 1
    assert found(cast, "bibliotheek") == ["Blokplekken"]
