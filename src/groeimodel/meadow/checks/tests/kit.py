"""A proposal for the shared meadow, as the tests take one down."""

from datetime import date

from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions import services as actions
from groeimodel.meadow.actions.models import Action

DAY = date(2026, 4, 1)


def proposal(cast: Cast, title: str = "Speelbus") -> Action:
    return actions.take_down_seed(partnership=cast.partnership, title=title, species="poppy", on=DAY)
