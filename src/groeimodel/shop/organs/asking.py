"""What organs ask of people, on 'Mijn tuin'."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.foundation.asks import Ask, Here
from groeimodel.rules.rights import Role
from groeimodel.shop.organs.selectors import organs_of, seats_by_organ
from groeimodel.shop.organs.showing import standing_today


def asks_of(here: Here) -> list[Ask]:
    """The coordinator fills seats and looks after a merger; who speaks for a member asks its council to renew."""
    own = here.own(Role.ALDERMAN, Role.OFFICER)
    coordinates = here.has(Role.COORDINATOR)
    if not (coordinates or own):
        return []
    found = _of_organs(here) if coordinates else []
    return [*found, *_of_term(here, own, coordinates=coordinates)]


def _of_organs(here: Here) -> list[Ask]:
    organs = organs_of(here.partnership, here.today)
    seats = seats_by_organ(organs, here.today) if organs else {}
    found = []
    for organ in organs:
        url = reverse("organs:organ", args=[here.partnership.slug, organ.pk])
        empty = sum(one.person is None and not one.advisory for one in seats.get(organ.pk, []))
        if empty:
            words = ngettext("%(n)s zetel is leeg.", "%(n)s zetels zijn leeg.", empty) % {"n": empty}
            why = words + " " + _("Vraag de gemeente wie er komt.")
            found.append(Ask(_("Vul de lege zetels in: %(organ)s") % {"organ": organ.name}, why, url, 50))
        if organ.look_at_seats:
            why = _(
                "Door een fusie heeft een gemeente nu meer zetels en stemmen. Klopt dat nog met jullie statuten?"
            )
            found.append(Ask(_("Kijk de zetels na: %(organ)s") % {"organ": organ.name}, why, url, 70))
    return found


def _of_term(here: Here, own: frozenset[int], *, coordinates: bool) -> list[Ask]:
    standing = standing_today(here.partnership, here.today)
    if standing is None or not standing.warns or standing.renewal.complete:
        return []
    mine = [one for one in standing.missing if one.pk in own]
    if not mine and not coordinates:
        return []
    url = reverse("organs:term", args=[here.partnership.slug])
    ends = standing.term.ends
    if mine and standing.expiry.stage in ("12", "6"):
        title = _("Zet de verlenging op jullie gemeenteraad")
        return [Ask(title, _("Zonder jullie besluit kan de samenwerking niet verder."), url, 70, ends)]
    if coordinates:
        n = len(standing.missing)
        words = ngettext("Nog %(n)s gemeente besliste niet.", "Nog %(n)s gemeenten beslisten niet.", n)
        why = words % {"n": n}
        return [Ask(_("De termijn loopt af: zorg voor de verlenging"), why, url, 70, ends)]
    return []
