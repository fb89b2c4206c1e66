"""What energy asks of the coordinator: to help where the soil dries out."""

from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.asks import Ask, Here
from groeimodel.rules.rights import Role
from groeimodel.soil.energy.models import DryWarning

FRESH = timedelta(days=30)


def asks_of(here: Here) -> list[Ask]:
    """For a month after it was told: one query, none for whoever does not coordinate."""
    if not here.has(Role.COORDINATOR):
        return []
    recent = DryWarning.objects.filter(partnership=here.partnership, at__date__gte=here.today - FRESH)
    url = reverse("energy:page", args=[here.partnership.slug])
    return [_ask(one, url) for one in recent.select_related("municipality")]


def _ask(warning: DryWarning, url: str) -> Ask:
    if warning.municipality is None:
        why = _("Er is al lang niet samengezeten. Een datum prikken duurt vijf minuten.")
        return Ask(title=_("Breng iedereen weer samen"), why=why, url=f"{url}#samen", weight=60)
    title = _("Bel eens met %(name)s") % {"name": warning.municipality.name}
    why = _("Daar valt het stil, vergeleken met vroeger. Drie stappen die helpen.")
    return Ask(title=title, why=why, url=f"{url}#gemeente-{warning.municipality_id}", weight=60)
