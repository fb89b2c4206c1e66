"""Who steers or supports opens a round; each role gets a link of its own."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django_scopes import scope
from django_scopes.exceptions import ScopeError

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.testing.cast import Cast
from groeimodel.gauge.scan import services
from groeimodel.gauge.scan.models import Role, Round
from groeimodel.gauge.scan.tests.filling import closed, inside, opened


@pytest.mark.parametrize("who", ["finn", "els"])
def test_coordinator_and_supporter_open_a_round(cast: Cast, who: str) -> None:
    actor = getattr(cast, who)
    with inside(cast):
        round = services.open_round(partnership=cast.partnership, by=actor, title="Nulmeting")
    assert round.is_open
    entry = Entry.objects.latest("pk")
    assert (entry.verb, entry.actor, entry.data) == ("scan.round_opened", actor, {"round": round.pk})


@pytest.mark.parametrize("who", ["amina", "bram", "celia", "daan"])
def test_others_do_not(cast: Cast, who: str) -> None:
    with inside(cast):
        with pytest.raises(PermissionDenied):
            services.open_round(partnership=cast.partnership, by=getattr(cast, who), title="Nulmeting")
        assert not Round.objects.exists()


def test_a_visitor_does_not(cast: Cast) -> None:
    with inside(cast), pytest.raises(PermissionDenied):
        services.open_round(partnership=cast.partnership, by=AnonymousUser(), title="Nulmeting")  # type: ignore[arg-type]


def test_every_role_has_one_link_that_cannot_be_guessed(cast: Cast) -> None:
    links = list(opened(cast).links.all())
    assert sorted(link.role for link in links) == sorted(Role.values)
    assert len({link.token for link in links}) == len(links)
    assert all(len(link.token) >= 32 for link in links), "24 bytes or more, written in base 64"


def test_one_round_at_a_time(cast: Cast) -> None:
    first = opened(cast)
    with pytest.raises(ValidationError, match="Sluit die eerst"):
        opened(cast)
    closed(cast, first)
    assert opened(cast).is_open


def test_the_database_too_holds_one_open_round(cast: Cast) -> None:
    """Two coordinators who press the button at the same moment."""
    first = opened(cast)
    with inside(cast), pytest.raises(IntegrityError), transaction.atomic():
        Round.objects.create(
            partnership=cast.partnership,
            questionnaire=first.questionnaire,
            title="Tweede",
            opened_at=timezone.now(),
        )


def test_without_partners_there_is_nobody_to_ask(cast: Cast) -> None:
    empty = partners.found_partnership(name="Leegland", slug="leegland")
    with scope(partnership=empty), pytest.raises(ValidationError, match="nog geen partners"):
        services.open_round(partnership=empty, by=None, title="Nulmeting")


def test_rounds_cannot_be_read_outside_a_scope(cast: Cast) -> None:
    opened(cast)
    with pytest.raises(ScopeError):
        Round.objects.count()
