"""What the gauge asks of people: speak, prepare the talk, do what was agreed."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groeimodel.foundation.asks import Ask, Here
from groeimodel.gauge.expectations.models import Agreement, Round, Sheet
from groeimodel.rules.rights import Role

AHEAD = timedelta(days=21)
FRESH = timedelta(days=120)
"""So long after a round its talk is asked for."""


def asks_of(here: Here) -> list[Ask]:
    """Three queries at most."""
    found = _agreements(here)
    last = Round.objects.filter(partnership=here.partnership).order_by("-opened_at").first()
    if last is None:
        return found
    if last.is_open:
        return found + _speak(here, last)
    talks = here.has(Role.COORDINATOR, Role.SUPPORTER)
    if talks and last.talked_on is None and last.closes_on >= here.today - FRESH:
        url = reverse("expectations:guide", args=[here.partnership.slug, last.pk])
        why = _("De gids met vijf kaarten ligt klaar voor de volgende ontmoeting.")
        found.append(Ask(_("Bereid het gesprek over verwachtingen voor"), why, url, weight=58))
    return found


def _agreements(here: Here) -> list[Ask]:
    rows = Agreement.objects.filter(
        partnership=here.partnership, owner=here.person, done_at=None, due__lte=here.today + AHEAD
    )
    url = reverse("expectations:gauge", args=[here.partnership.slug]) + "#afspraken"
    why = _("Dat spraken jullie af over de verwachtingen. Gedaan? Vink het af.")
    return [Ask(one.text, why, url, weight=72, due=one.due) for one in rows]


def _speak(here: Here, round: Round) -> list[Ask]:
    if not here.own(Role.ALDERMAN, Role.OFFICER):
        return []
    if Sheet.objects.filter(round=round, person=here.person, submitted_at__isnull=False).exists():
        return []
    why = _("Drie minuten, tot en met %(day)s.") % {"day": date_format(round.closes_on, "j F")}
    url = reverse("expectations:mine", args=[here.partnership.slug])
    return [Ask(_("Zeg wat je verwacht"), why, url, weight=78, due=round.closes_on)]
