"""What this room shows on the pages of others."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from groeimodel.foundation.panels import Panel, Row
from groeimodel.soil.meetings.models import Item
from groeimodel.soil.themes.models import Theme


def on_theme(theme: Theme) -> Panel:
    """The meetings that a theme was or will be talked about on: one query."""
    items = (
        Item.objects.filter(theme=theme, meeting__cancelled_at=None)
        .select_related("meeting")
        .order_by("-meeting__starts", "pk")
    )
    slug = theme.partnership.slug
    rows = [
        Row(
            one.meeting.title,
            reverse("meetings:meeting", args=[slug, one.meeting_id]),
            date_format(localtime(one.meeting.starts), "j F Y") if one.meeting.starts else _("datum volgt"),
        )
        for one in items
    ]
    return Panel(_("Op de agenda van"), rows, order=20)
