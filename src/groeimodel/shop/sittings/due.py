"""What sittings ask by a day: the invitation, the sitting itself, and its minutes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groeimodel.foundation.due import Due
from groeimodel.foundation.partners.models import Partnership
from groeimodel.shop.sittings import seating, selectors
from groeimodel.shop.sittings.models import Sitting

MINUTES_DAYS = 30
"""Within which the minutes are better made; later nobody remembers."""


def due_of(partnership: Partnership, today: date) -> Iterator[Due]:
    """One query."""
    for one in selectors.unfinished(partnership, today):
        words = {"organ": one.organ.name, "day": date_format(one.day, "j F Y")}
        slug = partnership.slug
        if one.state == Sitting.State.CLOSED:
            yield Due(
                f"sittings.minutes:{one.pk}",
                one.day + timedelta(days=MINUTES_DAYS),
                _("Laat het verslag van %(organ)s van %(day)s goedkeuren.") % words,
                reverse("sittings:minutes", args=[slug, one.pk]),
                room=_("Zittingen"),
            )
        elif one.state == Sitting.State.PLANNED and one.invited_at is None:
            yield Due(
                f"sittings.invitation:{one.pk}",
                leave_by(one),
                _("Verstuur de uitnodiging voor %(organ)s van %(day)s.") % words,
                reverse("sittings:invite", args=[slug, one.pk]),
                why=_(
                    "De statuten vragen dat ze op tijd vertrekt. Anders kan een lid de besluiten aanvechten."
                ),
                room=_("Zittingen"),
            )
        elif one.day <= today:
            yield Due(
                f"sittings.held:{one.pk}",
                one.day,
                _("Noteer wie er was en wat er beslist is: %(organ)s van %(day)s.") % words,
                one.get_absolute_url(),
                room=_("Zittingen"),
            )


def leave_by(sitting: Sitting) -> date:
    """The last day on which the invitation may leave; no query where the organ was fetched along."""
    return sitting.day - timedelta(days=seating.statute_for(sitting).delay_days)
