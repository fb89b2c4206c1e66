"""What local checks ask of people on 'Mijn tuin': say whether the proposals fit (claims G8, W16)."""

from __future__ import annotations

from django.db.models import Count, Exists, Min, OuterRef, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.foundation.asks import Ask, Here
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.checks.models import CheckCall, LocalCheck, Preference
from groeimodel.meadow.checks.selectors import CHANCE, proposals_of
from groeimodel.rules.rights import Role


def asks_of(here: Here) -> list[Ask]:
    """Of both seats, and of who coordinates: one query for each of these."""
    aldermen, officers = here.own(Role.ALDERMAN), here.own(Role.OFFICER)
    found = [_ask(here, where, where in aldermen) for where in sorted(aldermen | officers)]
    if here.has(Role.COORDINATOR):
        found.append(_call(here))
    return [one for one in found if one is not None]


def _call(here: Here) -> Ask | None:
    """What is being worked out, and nobody was asked about yet."""
    growing = proposals_of(here.partnership).filter(stage=Action.Stage.SEEDLING)
    count = growing.filter(~Exists(CheckCall.objects.filter(action=OuterRef("pk")))).count()
    if not count:
        return None
    title = ngettext(
        "Vraag de lokale toets van een kiem", "Vraag de lokale toets van %(n)s kiemen", count
    ) % {"n": count}
    why = _("Kiezen kan pas als elke gemeente zeven dagen de kans had.")
    return Ask(title, why, reverse("checks:proposals", args=[here.partnership.slug]), weight=52)


def _ask(here: Here, where: int, alderman: bool) -> Ask | None:
    left = _left(here, where, alderman).aggregate(count=Count("pk"), first=Min("asked_at"))
    if not left["count"]:
        return None
    title = ngettext(
        "Zeg of dit voorstel bij jullie past",
        "Zeg of deze %(n)s voorstellen bij jullie passen",
        left["count"],
    )
    why = (
        _("Hoe graag zie je ze, en bij welk doel van jullie beleid? Het duurt een minuut.")
        if alderman
        else _("De lokale toets: drie keer tikken per voorstel. Daarna kiezen jullie samen.")
    )
    return Ask(
        title % {"n": left["count"]},
        why,
        reverse("checks:fill", args=[here.partnership.slug, where]),
        weight=80,
        due=timezone.localdate(left["first"]) + CHANCE,
    )


def _left(here: Here, where: int, alderman: bool) -> QuerySet[CheckCall]:
    """What this municipality was asked and did not say."""
    rows = CheckCall.objects.filter(
        partnership=here.partnership, municipality=where, action__in=proposals_of(here.partnership)
    )
    same = {"action": OuterRef("action"), "municipality": where}
    unsaid = ~Exists(LocalCheck.objects.filter(**same))
    return rows.filter(unsaid | ~Exists(Preference.objects.filter(**same)) if alderman else unsaid)
