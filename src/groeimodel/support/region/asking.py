"""What this room asks on 'Mijn tuin': an answer of who coordinates, and of a supporter to lead what is planned today."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.asks import Ask, Here
from groeimodel.rules.rights import Role
from groeimodel.showcase.sharing.models import Kind
from groeimodel.showcase.sharing.selectors import shown_by
from groeimodel.support.region.models import Look, Session


def asks_of(here: Here) -> list[Ask]:
    """One query for who coordinates; for a supporter two; none for the others."""
    return [*_of_coordinator(here), *_of_supporter(here)]


def _of_coordinator(here: Here) -> list[Ask]:
    if not here.has(Role.COORDINATOR):
        return []
    look = (
        Look.objects.filter(partnership=here.partnership, answered_at=None).select_related("asked_by").first()
    )
    if look is None:
        return []
    name = look.asked_by.name if look.asked_by else _("Je regio-ondersteuner")
    return [
        Ask(
            title=_("Laat je regio-ondersteuner meekijken, of zeg nee"),
            why=_("%(name)s vroeg het. Je ziet eerst wat er te zien is.") % {"name": name},
            url=reverse("region:look", args=[here.partnership.slug]),
            weight=82,
        )
    ]


def _of_supporter(here: Here) -> list[Ask]:
    if not here.has(Role.SUPPORTER) or Kind.REGION not in shown_by(here.partnership):
        return []
    rows = Session.objects.filter(partnership=here.partnership, led_by=here.person).exclude(state="done")
    found = []
    for one in rows.select_related("partnership", "meeting"):
        starts = one.meeting.starts if one.meeting else None
        if one.state == Session.State.RUNNING or (starts and timezone.localdate(starts) == here.today):
            words = {"kind": one.title, "name": here.partnership.name}
            title = _("Leid de sessie: %(kind)s") % words
            why = _("Vandaag bij %(name)s.") % words
            if one.state == Session.State.RUNNING:
                title, why = _("Rond de sessie af: %(kind)s") % words, _("Ze staat nog open.")
            found.append(Ask(title=title, why=why, url=one.get_absolute_url(), weight=88))
    return found
