"""What expertise asks of people: say once what you bring, so that others find you."""

from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.asks import Ask, Here
from groeimodel.rules.rights import Role
from groeimodel.soil.expertise.models import Expertise
from groeimodel.soil.expertise.selectors import of_somebody


def asks_of(here: Here) -> list[Ask]:
    """Of whoever holds a seat and said nothing yet, neither of themselves nor for the municipality: one query."""
    own = here.own(Role.OFFICER, Role.ALDERMAN)
    if not own:
        return []
    said = Expertise.objects.filter(of_somebody(here.person.pk, own), partnership=here.partnership)
    if said.exists():
        return []
    url = reverse("expertise:list", args=[here.partnership.slug])
    why = _("Eén ding dat je meebrengt, één ding dat je zoekt. Dan vinden anderen je.")
    return [Ask(title=_("Zeg wat je meebrengt"), why=why, url=f"{url}#toevoegen", weight=35)]
