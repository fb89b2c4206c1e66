"""What the harvest asks of people: write down what you use, so that it can be seen."""

from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.asks import Ask, Here
from groeimodel.rules.rights import Role
from groeimodel.soil.harvest.models import Harvest

QUIET = timedelta(days=120)


def asks_of(here: Here) -> list[Ask]:
    """Of an officer whose municipality wrote nothing down for four months: one query."""
    own = here.own(Role.OFFICER)
    if not own:
        return []
    fresh = Harvest.objects.filter(
        partnership=here.partnership, municipality__in=own, gained_on__gte=here.today - QUIET
    )
    if fresh.exists():
        return []
    url = reverse("harvest:list", args=[here.partnership.slug])
    why = _("Al vier maanden staat er niets van jouw gemeente. Eén zin volstaat.")
    return [Ask(title=_("Noteer wat je lokaal gebruikt"), why=why, url=url, weight=30)]
