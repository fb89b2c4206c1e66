"""A partnership with a board, for the tests of this room."""

from datetime import date

from django_scopes import scope

from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.organs import services
from groeimodel.shop.organs.models import Organ
from groeimodel.shop.organs.services import NewTerm

SINCE = date(2024, 1, 2)


def founded(cast: Cast, *, form: str = "projectvereniging") -> Organ:
    """The board of Testland by the template: Amina sits for Proefdorp, Buurdorp's seat is empty."""
    with scope(partnership=cast.partnership):
        services.begin_term(
            partnership=cast.partnership,
            new=NewTerm(form, SINCE, date(2029, 12, 31), "akte"),
            actor=cast.finn,
        )
        kind = "board" if form != "interlokale_vereniging" else "steering"
        (organ,) = services.found_organs(
            partnership=cast.partnership, kinds=[kind], starts=SINCE, actor=cast.finn
        )
    return organ
