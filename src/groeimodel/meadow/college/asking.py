"""What the plan for the college asks of people: get ready, say what came of it, make a first plan."""

from __future__ import annotations

from datetime import date, timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groeimodel.foundation.asks import Ask, Here
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.college.bearers import bearers_of
from groeimodel.meadow.college.models import Moment
from groeimodel.rules.rights import Role

AHEAD = timedelta(days=21)
AFTER = timedelta(days=60)
"""So long it is asked what came of it."""


def asks_of(here: Here) -> list[Ask]:
    """Of whoever has a part in a municipality: at most four queries."""
    own = here.own(Role.ALDERMAN, Role.OFFICER, Role.AMBASSADOR)
    if not own:
        return []
    rows = list(
        Moment.objects.filter(
            partnership=here.partnership, municipality__in=own, done_on=None, on__gte=here.today - AFTER
        ).select_related("partnership", "municipality__merged_into")
    )
    near = [one for one in rows if one.on <= here.today + AHEAD]
    found = []
    if near:
        bearers = bearers_of(here.partnership, own)
        mine = [one for one in near if here.person.pk in {person.pk for person in bearers.of(one)}]
        found = [_ask(one, here.today) for one in mine]
    planned = {one.municipality_id for one in rows if one.on >= here.today}
    if here.own(Role.OFFICER) - planned and _grows(here):
        found.append(_plan(here))
    return found


def _ask(moment: Moment, today: date) -> Ask:
    words = {"what": moment.with_what, "day": date_format(moment.on, "l j F")}
    url = moment.get_absolute_url()
    if moment.on < today:
        title = _("Zeg wat er kwam van het moment met je college")
        why = _("%(what)s, op %(day)s. Eén zin volstaat: de buren leren ervan.") % words
        return Ask(title, _capital(why), url, weight=46)
    why = _("Op %(day)s, met %(what)s.") % words + f" {moment.purpose}"
    return Ask(_("Neem je college mee"), why, url, weight=68, due=moment.on)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _plan(here: Here) -> Ask:
    url = reverse("college:plans", args=[here.partnership.slug])
    why = _(
        "Er groeit iets op de weide, en je college weet het misschien niet. Met één tik staat er een plan."
    )
    return Ask(_("Plan hoe je je college meeneemt"), why, url, weight=26)


def _grows(here: Here) -> bool:
    """Whether there is anything to show a college."""
    stages = (Action.Stage.SEEDLING, Action.Stage.FLOWER)
    return Action.objects.filter(partnership=here.partnership, stage__in=stages).exists()
