"""What this room does by itself each day: bring back what nobody answered, and pass it on."""

from __future__ import annotations

from django.utils import timezone
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.jobs import daily
from groeimodel.rules.workdays import is_working_day, working_days
from groeimodel.soil.questions import services
from groeimodel.soil.questions.models import Question

BACK, PASS = 5, 10
"""Working days without an answer after which a question goes to the others, and after which to the supporter."""


@daily("questions.back", hour=8)
def look_after_questions() -> None:
    """On working days only: nobody answers on a Sunday. A question is brought back before it is passed on."""
    today = timezone.localdate().toordinal()
    if not is_working_day(today):
        return
    with scopes_disabled():
        waiting = list(
            Question.objects.filter(first_answered_at=None, closed_at=None, passed_on_at=None)
            .select_related("partnership")
            .order_by("asked_at", "pk")
        )
    for question in waiting:
        waited = working_days(timezone.localdate(question.asked_at).toordinal(), today)
        with scope(partnership=question.partnership):
            if waited >= BACK and question.came_back_at is None:
                services.bring_back(question=question)
            elif waited >= PASS:
                services.pass_on(question=question)
