"""Inside the partnership of the cast, with a decision of its board."""

from collections.abc import Iterator

import pytest
from django_scopes import scope

from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.sittings import services as sittings
from groeimodel.shop.sittings.tests import kit


@pytest.fixture(autouse=True)
def _inside(cast: Cast) -> Iterator[None]:
    with scope(partnership=cast.partnership):
        yield


@pytest.fixture
def decision(cast: Cast) -> Decision:
    """Adopted by two of four: Amina and Bram for, Celia against, Gita says nothing."""
    board = kit.board(cast)
    seats = kit.seats_of(board)
    item = kit.point(kit.opened(board, "Het plan <goedkeuren> & beginnen", present=seats[:4]))
    sittings.set_votes(item=item, choices={seats[0].pk: "for", seats[1].pk: "for", seats[2].pk: "against"})
    found = sittings.count(item=item).decision
    assert found is not None
    return found
