"""What this room shows on the pages of others: the seeds that fell there, and one field to take one down (claim W1)."""

from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.panels import Form, Panel, Row
from groeimodel.foundation.partners.models import Partnership
from groeimodel.meadow.actions.selectors import seeds_at
from groeimodel.soil.meetings.models import Meeting
from groeimodel.soil.needs.models import Need
from groeimodel.soil.questions.models import Question
from groeimodel.soil.themes.models import Theme

MOST = 6
"""Seeds on one card; the others stand on the meadow."""


def on_theme(theme: Theme) -> Panel:
    """What fell at a theme or is about it: one query."""
    return _panel(theme.partnership, f"themes.theme:{theme.pk}", theme=theme.pk)


def on_meeting(meeting: Meeting) -> Panel:
    return _panel(meeting.partnership, f"meetings.meeting:{meeting.pk}")


def on_question(question: Question) -> Panel:
    return _panel(question.partnership, f"questions.question:{question.pk}")


def on_need(need: Need) -> Panel:
    return _panel(need.partnership, f"needs.need:{need.pk}")


def _panel(partnership: Partnership, key: str, *, theme: int | None = None) -> Panel:
    found = list(seeds_at(partnership, key, theme=theme)[: MOST + 1])
    slug = partnership.slug
    rows = [
        Row(one.title, reverse("actions:action", args=[slug, one.pk]), one.get_stage_display())
        for one in found[:MOST]
    ]
    if len(found) > MOST:
        wanted = f"?thema={theme}" if theme else ""
        rows.append(Row(_("Alle zaadjes en acties"), f"{reverse('actions:meadow', args=[slug])}{wanted}"))
    form = Form(
        url=reverse("actions:sow", args=[slug]),
        label=_("Hier viel een zaadje:"),
        button=_("Noteer"),
        hidden={"origin": key},
        right="actions.take_down",
    )
    intro = "" if rows else _("Hoor je een idee? Eén zin volstaat. Het komt op de bloemenweide.")
    return Panel(_("Zaadjes, ideeën"), rows, order=30, form=form, intro=intro)
