"""A need, as the tests write one down."""

from datetime import date

from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.testing.cast import Cast
from groeimodel.soil.needs import services
from groeimodel.soil.needs.models import Need
from groeimodel.soil.needs.services import Heard

DAY = date(2026, 3, 4)


def heard(cast: Cast, where: Municipality | None = None, title: str = "Geen plek na school") -> Heard:
    return Heard(where or cast.municipality, title, DAY, Need.Source.SURVEY, "212 leerlingen")


def noted(cast: Cast, where: Municipality | None = None, title: str = "Geen plek na school") -> Need:
    return services.note_need(partnership=cast.partnership, heard=heard(cast, where, title))
