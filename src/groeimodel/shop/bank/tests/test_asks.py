"""Who coordinates is asked to place lines, once, while there are any."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.asks import Here
from groeimodel.foundation.testing.cast import Cast
from groeimodel.rules.rights import Role
from groeimodel.shop.bank import services
from groeimodel.shop.bank.asking import asks_of
from groeimodel.shop.bank.tests.banking import account_with, lines, pay

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(cast: Cast) -> Iterator[Cast]:
    with scope(partnership=cast.partnership):
        yield cast


def asked(cast: Cast, role: Role) -> list[str]:
    who = Here(cast.finn, cast.partnership, frozenset({(role, None)}), timezone.localdate())
    return [one.title for one in asks_of(who)]


def test_lines_that_wait_are_asked_for(here: Cast) -> None:
    assert asked(here, Role.COORDINATOR) == []
    account = account_with(here.partnership, pay("5.00"), pay("6.00"))
    assert asked(here, Role.COORDINATOR) == ["Koppel 2 lijnen van de bank"]
    assert asked(here, Role.OFFICER) == []
    for line in lines(account):
        services.set_aside(line=line, why="Eigen rekening")
    assert asked(here, Role.COORDINATOR) == []
