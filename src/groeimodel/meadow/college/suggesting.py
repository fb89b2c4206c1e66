"""The first plan for a college: what is planned on the meadow, and three moments made from it (`rules.college`)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.choosing.models import Round
from groeimodel.meadow.choosing.selectors import RUNNING
from groeimodel.meadow.college.bearers import bearers_of
from groeimodel.meadow.college.concerning import concerning
from groeimodel.meadow.college.models import Moment
from groeimodel.rules import college as rules
from groeimodel.rules.college import Known, Occasion

SHOWS = (Moment.Role.AMBASSADOR, Moment.Role.OFFICER)
"""Who shows the photo, where there is one; else the alderman does that too."""


def first_plan(partnership: Partnership, municipality: Municipality, today: date) -> list[dict[str, Any]]:
    """The fields of three moments, the first day first: five queries."""
    there = bearers_of(partnership, [municipality.pk]).by_place.get(municipality.pk, {})
    shows = next((role for role in SHOWS if role in there), Moment.Role.ALDERMAN)
    with_what = {
        Occasion.CHOICE: (Moment.Role.ALDERMAN, Moment.What.KIT),
        Occasion.FLOWER: (shows, Moment.What.PHOTO),
        Occasion.HARVEST: (Moment.Role.ALDERMAN, Moment.What.SHEET),
    }
    purpose = {
        Occasion.CHOICE: _("Horen wat het college belangrijk vindt, voor we samen kiezen."),
        Occasion.FLOWER: _("Laten zien wat er opengaat op de weide."),
        Occasion.HARVEST: _("Tonen wat het opbracht, en wat we ermee verder doen."),
    }
    found = rules.suggest(known_of(partnership, municipality, today), today.toordinal())
    return [
        {
            "on": date.fromordinal(one.day),
            "role": with_what[one.occasion][0],
            "what": with_what[one.occasion][1],
            "purpose": purpose[one.occasion],
        }
        for one in found
    ]


def known_of(partnership: Partnership, municipality: Municipality, today: date) -> Known:
    """The nearest days that are planned, with time left to get ready: three queries."""
    ahead = date.fromordinal(today.toordinal() + rules.NOTICE)
    rows = concerning(partnership, municipality)
    flower = rows.filter(starts__gte=ahead).order_by("starts").values_list("starts", flat=True).first()
    running = rows.filter(stage=Action.Stage.FLOWER, ends__gte=today)
    harvest = running.order_by("ends").values_list("ends", flat=True).first()
    rounds = Round.objects.filter(partnership=partnership, state__in=RUNNING, closes_on__gte=ahead)
    choice = rounds.order_by("closes_on").values_list("closes_on", flat=True).first()
    return Known(choice=_ordinal(choice), flower=_ordinal(flower), harvest=_ordinal(harvest))


def _ordinal(day: date | None) -> int | None:
    return None if day is None else day.toordinal()
