"""What this room shows on the pages of meetings and themes."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from groeimodel.foundation.panels import Panel, Row
from groeimodel.soil.meetings.models import Meeting
from groeimodel.soil.notes.models import Note, Outcome
from groeimodel.soil.notes.selectors import outcomes_of
from groeimodel.soil.themes.models import Theme


def on_meeting(meeting: Meeting) -> Panel:
    """The way to the notes, and what came out of the meeting: one query."""
    rows = [
        Row(
            _("Lees of schrijf het verslag"),
            reverse("notes:notes", args=[meeting.partnership.slug, meeting.pk]),
        )
    ]
    for one in outcomes_of(meeting):
        aside = one.get_kind_display()
        if one.owner:
            aside = f"{aside} · {one.owner}"
        rows.append(Row(one.text, aside=aside))
    return Panel(_("Verslag"), rows, order=10)


def on_theme(theme: Theme) -> Panel:
    """Everything that was ever written or decided on a theme: two queries."""
    notes = (
        Note.objects.filter(item__theme=theme)
        .exclude(text="")
        .select_related("item__meeting")
        .order_by("-item__meeting__starts")
    )
    rows = [_row(theme, one) for one in notes]
    for outcome in Outcome.objects.filter(item__theme=theme).order_by("-noted_at"):
        rows.append(Row(outcome.text, aside=outcome.get_kind_display()))
    return Panel(_("Wat erover gezegd is"), rows, order=10)


def _row(theme: Theme, note: Note) -> Row:
    meeting = note.item.meeting
    first = next((line.strip() for line in note.text.splitlines() if line.strip()), "")
    day = date_format(localtime(meeting.starts), "j F Y") if meeting.starts else ""
    url = reverse("notes:notes", args=[theme.partnership.slug, meeting.pk])
    return Row(first[:140], f"{url}#punt-{note.item_id}", day)
