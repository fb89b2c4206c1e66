"""What sittings ask of people with a seat: to say whether they come, and to vote while it is open."""

from __future__ import annotations

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groeimodel.foundation.asks import Ask, Here
from groeimodel.shop.sittings import selectors
from groeimodel.shop.sittings.models import Sitting


def asks_of(here: Here) -> list[Ask]:
    """Three queries at most."""
    found = []
    for one in selectors.seats_of(here.person, here.partnership, here.today):
        words = {"organ": one.organ.name, "day": date_format(one.day, "l j F")}
        url = reverse("sittings:mine", args=[here.partnership.slug, one.pk])
        if one.state == Sitting.State.OPEN:
            why = _("De zitting is bezig. Je kunt op je telefoon stemmen.")
            found.append(Ask(_("Stem mee: %(organ)s") % words, why, url, weight=90, due=one.day))
        elif one.invited_at is not None and one.day >= here.today and not _answered(one):
            why = _("Kun je niet? Dan kan iemand anders misschien voor je stemmen.")
            title = _("Zitting van %(organ)s op %(day)s: kom je?") % words
            found.append(Ask(title, why, url, weight=80, due=one.day))
    return found


def _answered(sitting: Sitting) -> bool:
    return any(one.said for one in sitting.my_presences)  # type: ignore[attr-defined]
