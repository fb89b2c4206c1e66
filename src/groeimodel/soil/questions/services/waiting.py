"""What happens by itself to a question that nobody answers. Called by the daily job, so no right is asked."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from groeimodel.foundation.contact.selectors import who_answers
from groeimodel.foundation.journal.services import record
from groeimodel.soil.questions import letters
from groeimodel.soil.questions.knowing import Knows, the_others
from groeimodel.soil.questions.models import Question, Told
from groeimodel.soil.questions.services.asking import tell


@transaction.atomic
def bring_back(*, question: Question, at: datetime | None = None) -> int:
    """To the others of the group, once, with a mail to the asker; returns how many were asked now."""
    fresh = _waiting(question)
    if fresh is None or fresh.came_back_at is not None:
        return 0
    people = the_others(fresh)
    fresh.came_back_at = at or timezone.now()
    fresh.save(update_fields=["came_back_at"])
    _note("questions.came_back", fresh, len(people), at)
    tell(fresh, [Knows(one, Told.Reason.BACK) for one in people], at=at)
    letters.tell_came_back(fresh, len(people))
    return len(people)


@transaction.atomic
def pass_on(*, question: Question, at: datetime | None = None) -> int:
    """To whoever supports the region, or coordinates; once. Waits for another day while there is nobody."""
    fresh = _waiting(question)
    if fresh is None or fresh.passed_on_at is not None:
        return 0
    people = [one for one in who_answers(fresh.partnership) if one.pk != fresh.asker_id]
    if not people:
        return 0
    fresh.passed_on_at = at or timezone.now()
    fresh.save(update_fields=["passed_on_at"])
    _note("questions.passed_on", fresh, len(people), at)
    tell(fresh, [Knows(one, Told.Reason.PASSED) for one in people], at=at)
    letters.tell_passed_on(fresh, people)
    return len(people)


def _waiting(question: Question) -> Question | None:
    """The row as it is now, locked; None when somebody answered or closed it meanwhile."""
    fresh = (
        Question.objects.select_related("partnership", "asker", "municipality")
        .select_for_update(of=("self",))
        .filter(pk=question.pk)
        .first()
    )
    return fresh if fresh is not None and fresh.waits else None


def _note(verb: str, question: Question, told: int, at: datetime | None) -> None:
    record(
        verb,
        partnership=question.partnership,
        municipality=question.municipality,
        subject=question,
        data={"question": question.pk, "told": told},
        at=at,
    )
