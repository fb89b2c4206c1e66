"""A partnership may say which of the three models it wants to be (claim G4)."""

import pytest
from django.core.exceptions import PermissionDenied

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.partners import services
from groeimodel.foundation.testing.cast import Cast


@pytest.mark.claim("G4")
@pytest.mark.parametrize("who", ["amina", "bram", "celia", "finn"])
@pytest.mark.parametrize("aim", ["soil", "meadow", "shop"])
def test_both_seats_and_the_coordinator_declare_any_model(cast: Cast, who: str, aim: str) -> None:
    services.declare_aim(partnership=cast.partnership, aim=aim, actor=getattr(cast, who))
    cast.partnership.refresh_from_db()
    assert cast.partnership.aim == aim


@pytest.mark.parametrize("who", ["daan", "els"])
def test_others_do_not(cast: Cast, who: str) -> None:
    with pytest.raises(PermissionDenied):
        services.declare_aim(partnership=cast.partnership, aim="soil", actor=getattr(cast, who))
    cast.partnership.refresh_from_db()
    assert cast.partnership.aim == ""


def test_it_can_be_withdrawn_and_each_change_is_written_once(cast: Cast) -> None:
    for aim in ("shop", "soil", "soil", ""):
        services.declare_aim(partnership=cast.partnership, aim=aim, actor=cast.finn)
    told = Entry.objects.filter(verb="partners.aim_declared").order_by("pk")
    assert [entry.data["aim"] for entry in told] == ["shop", "soil", ""]


def test_an_unknown_model_is_refused(cast: Cast) -> None:
    with pytest.raises(ValueError, match="three models"):
        services.declare_aim(partnership=cast.partnership, aim="cactus", actor=cast.finn)
