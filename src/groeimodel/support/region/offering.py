"""What this room shows on the page of a meeting: that a session is prepared for it, and by whom."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groeimodel.foundation.panels import Panel, Row
from groeimodel.soil.meetings.models import Meeting
from groeimodel.support.region.models import Session


def session_on(meeting: Meeting) -> Panel | None:
    """Its kind, how long it takes and what everybody needs; never notes. One query."""
    rows = Session.objects.filter(meeting=meeting).select_related("led_by").order_by("planned_at")
    shown = [_row(one) for one in rows if one.of_kind]
    return Panel(gettext_lazy("Wat de regio-ondersteuner voorbereidt"), shown, order=15) if shown else None


def _row(one: Session) -> Row:
    kind = one.of_kind
    assert kind is not None
    words = {"title": kind.title, "n": kind.minutes}
    return Row(
        _("%(title)s (%(n)s minuten)") % words, aside=", ".join([one.led_by.name] if one.led_by else [])
    )
