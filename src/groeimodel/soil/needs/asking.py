"""What needs ask of people: write down what children and young people need, so that a choice can fit it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.asks import Ask, Here
from groeimodel.rules.rights import Role
from groeimodel.soil.needs.selectors import without_fresh


def asks_of(here: Here) -> list[Ask]:
    """Of the officer whose municipality wrote no need down, or none in two years: one query."""
    own = here.own(Role.OFFICER)
    if not own:
        return []
    url = reverse("needs:list", args=[here.partnership.slug])
    found = []
    for older in without_fresh(here.partnership, sorted(own), here.today).values():
        why = (
            _("Wat er staat is ouder dan twee jaar. Klopt het nog, of hoorde je iets nieuws?")
            if older
            else _("Eén zin per nood volstaat. Zo zie je straks of een voorstel bij jullie past.")
        )
        found.append(Ask(_("Welke noden leven er bij jullie?"), why, url, weight=44))
    return found
