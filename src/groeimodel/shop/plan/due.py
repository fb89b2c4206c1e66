"""What a partnership must not forget about its multi-year plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Max
from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.due import Due
from groeimodel.foundation.partners.models import Partnership
from groeimodel.shop.plan.models import Plan

EARLY = timedelta(days=548)
"""A year and a half: writing a plan together takes a year."""


def due_of(partnership: Partnership, today: date) -> Iterator[Due]:
    """The end of the plan without a next one, no plan for next year, and a version of more than a year. One query."""
    rows = Plan.objects.filter(partnership=partnership)
    plans = list(rows.annotate(last_adopted=Max("versions__adopted_on")).order_by("starts", "pk"))
    adopted = [one for one in plans if one.adopted_on is not None]
    running = next((one for one in reversed(adopted) if one.starts <= today <= one.ends), None)
    page, room = reverse("plan:page", args=[partnership.slug]), _("Meerjarenplan")
    covered = running.ends if running else None
    if running is not None:
        yield from _review(running, page, room)
        follows = any(one.starts <= running.ends + timedelta(days=1) <= one.ends for one in adopted)
        if not follows and running.ends - today <= EARLY:
            yield Due(
                f"plan.ends:{running.pk}",
                running.ends,
                _("Het meerjarenplan loopt af en er is nog geen volgend."),
                page,
                _("Zonder goedgekeurd plan is er geen geld en geen richting voor het jaar erna."),
                room,
            )
    next_year = date(today.year + 1, 1, 1)
    has_next = any(one.starts <= next_year <= one.ends for one in adopted)
    if plans and not has_next and (covered is None or covered >= next_year):
        yield Due(
            f"plan.next:{next_year.year}",
            date(today.year, 12, 31),
            _("Er is nog geen goedgekeurd meerjarenplan voor %(year)s.") % {"year": next_year.year},
            page,
            _("Een plan moet goedgekeurd zijn voor het jaar begint."),
            room,
        )


def _review(plan: Plan, page: str, room: str) -> Iterator[Due]:
    """A plan is looked at again at least once a year."""
    last: date | None = getattr(plan, "last_adopted", None) or plan.adopted_on
    if last is not None:
        until = min(_year_after(last), plan.ends)
        if until < plan.ends:
            title = _("Herzie het meerjarenplan: minstens één keer per jaar.")
            why = _("De laatste versie is dan een jaar oud.")
            yield Due(f"plan.review:{plan.pk}:{last.year}", until, title, page, why, room)


def _year_after(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year + 1, month=3, day=1)
