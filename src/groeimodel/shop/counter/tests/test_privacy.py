"""Whoever is erased leaves the counter; what was said for a municipality stays, without a name."""

from django_scopes import scope

from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.counter import services
from groeimodel.shop.counter.models import Support
from groeimodel.shop.counter.personal import erase, lines_of
from groeimodel.shop.counter.tests.kit import offered


def test_an_erased_person_leaves_offers_and_answers(cast: Cast) -> None:
    offer = offered(cast, responsible=cast.amina)
    with scope(partnership=cast.partnership):
        services.check_points(offer=offer, checked={"photo": services.Checked("no", cast.amina)})
        services.say_support(
            partnership=cast.partnership, municipality=cast.municipality, mark=4, actor=cast.amina
        )
    assert len(list(lines_of(cast.amina))) == 3
    erase(cast.amina)
    assert list(lines_of(cast.amina)) == []
    with scope(partnership=cast.partnership):
        assert Support.objects.get().mark == 4
    offer.refresh_from_db()
    assert offer.responsible is None
