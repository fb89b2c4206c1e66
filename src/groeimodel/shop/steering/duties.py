"""Who steers, as far as it must not be missed: mandates that end or ended, and subjects without anybody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.asks import Ask, Here
from groeimodel.foundation.due import Due
from groeimodel.foundation.partners.models import Partnership
from groeimodel.rules.rights import Role
from groeimodel.shop.steering.selectors import begun_on, steered

SETTLING = timedelta(days=60)
"""After its first organ a shop has so long to say who steers what."""


def due_of(partnership: Partnership, today: date) -> Iterator[Due]:
    found, path = steered(partnership, today), reverse("steering:page", args=[partnership.slug])
    for one in (*found.standard, *found.others):
        if one.now is None or one.proposed or one.now.state not in ("ends_soon", "ended"):
            continue
        ended = one.now.state == "ended"
        title = _("Niemand stuurt nog: %(title)s") if ended else _("Het mandaat loopt af: %(title)s")
        yield Due(
            key=f"steering.mandate:{one.now.mandate.pk}",
            on=one.now.mandate.ends,
            title=title % {"title": one.title},
            path=path,
            why=_("Spreek af wie het stuurt en opvolgt, en tot wanneer."),
            room=_("Wie stuurt?"),
        )
    never = [one.title for one in found.lacking if one.now is None]
    begun = begun_on(partnership, today)
    if never and begun is not None:
        yield Due(
            key="steering.missing",
            on=begun + SETTLING,
            title=_("Zeg wie stuurt: %(titles)s") % {"titles": ", ".join(never)},
            path=path,
            why=_("Zonder iemand die het opvolgt, blijft het liggen."),
            room=_("Wie stuurt?"),
        )


def asks_of(here: Here) -> list[Ask]:
    """The coordinator fills what lacks, in a partnership with organs. None for others: no query."""
    if not here.has(Role.COORDINATOR) or begun_on(here.partnership, here.today) is None:
        return []
    lacking = steered(here.partnership, here.today).lacking
    if not lacking:
        return []
    titles = ", ".join(one.title for one in lacking[:3])
    return [
        Ask(
            title=_("Spreek af wie wat stuurt"),
            why=_("Nog niemand heeft een mandaat voor: %(titles)s.") % {"titles": titles},
            url=reverse("steering:page", args=[here.partnership.slug]),
            weight=40,
        )
    ]
