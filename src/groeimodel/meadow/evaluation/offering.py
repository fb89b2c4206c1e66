"""What this room shows on the pages of others: the evaluation of an action, and lessons where they are needed (claim W8)."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.panels import Panel, Row
from groeimodel.foundation.partners.models import Partnership
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.evaluation import selectors
from groeimodel.meadow.evaluation.letters import page_of
from groeimodel.meadow.evaluation.models import Evaluation
from groeimodel.meadow.tending.common import ran
from groeimodel.soil.meetings.models import Meeting
from groeimodel.soil.themes.models import Theme

MOST = 6


def on_action(action: Action) -> Panel | None:
    """One query."""
    if not ran(action):
        return None
    found, url = selectors.evaluation_of(action), page_of(action)
    if found is not None and not found.open:
        rows = [Row(found.title, url, found.get_verdict_display())]
        if found.lesson is not None:
            rows.append(Row(_("De les in de potgrond"), found.lesson.get_absolute_url()))
        if found.follow_up is not None:
            rows.append(Row(found.follow_up.title, found.follow_up.get_absolute_url(), _("kwam eruit voort")))
        return Panel(_("Evaluatie"), rows, order=4)
    time = selectors.is_time(action, timezone.localdate())
    if found is not None and found.saved_at is not None:
        return Panel(_("Evaluatie"), [Row(_("Verder schrijven of sluiten"), url)], order=2 if time else 45)
    intro = _("Het is tijd: wat verwachtten jullie, wat kwam ervan, en hoe gaat het verder?") if time else ""
    return Panel(_("Evaluatie"), [Row(_("Schrijf de evaluatie"), url)], order=2 if time else 45, intro=intro)


def on_theme(theme: Theme) -> Panel:
    """What was learnt of actions on this theme: one query."""
    return _lessons(theme.partnership, [theme.pk], _("Geleerd van acties"))


def on_meeting(meeting: Meeting) -> Panel:
    """What was learnt on the themes of its agenda, where the next talk is prepared: two queries."""
    themes = meeting.items.filter(theme__isnull=False).values_list("theme", flat=True)
    return _lessons(meeting.partnership, list(themes), _("Neem mee: geleerd van acties over deze thema's"))


def _lessons(partnership: Partnership, themes: Sequence[int], title: str) -> Panel:
    found = selectors.lessons_on(partnership, themes)[:MOST]
    return Panel(title, [_row(partnership, one) for one in found], order=15, right="partners.see_inside")


def _row(partnership: Partnership, one: Evaluation) -> Row:
    url = (
        reverse("lessons:lesson", args=[partnership.slug, one.lesson_id])
        if one.lesson_id
        else reverse("evaluation:page", args=[partnership.slug, one.action_id])
    )
    words = {"title": one.action.title, "verdict": one.get_verdict_display()}
    return Row(one.title, url, _("uit '%(title)s': %(verdict)s") % words)


def on_meadow(partnership: Partnership) -> Panel:
    """Where the overview by species stands. No query."""
    url = reverse("evaluation:species", args=[partnership.slug])
    return Panel(
        _("Wat groeit hier het best?"),
        [Row(_("Per soort: geprobeerd, gekost en opgebracht"), url)],
        order=45,
        right="partners.see_inside",
    )
