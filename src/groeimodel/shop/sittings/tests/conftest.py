"""Inside the partnership of the cast, with a board."""

import pytest
from django_scopes import scope

from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.organs.models import Organ
from groeimodel.shop.sittings.tests import kit


@pytest.fixture(autouse=True)
def _inside(cast: Cast):  # type: ignore[no-untyped-def]
    with scope(partnership=cast.partnership):
        yield


@pytest.fixture
def board(cast: Cast) -> Organ:
    return kit.board(cast)
