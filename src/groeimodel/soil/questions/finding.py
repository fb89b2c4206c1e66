"""How a question is found: with its answers, so that nobody asks twice."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.search.kinds import Entry, Kind
from groeimodel.soil.questions.models import Question


def entry_of(one: Question) -> Entry:
    """Closed to others, even when the question is open to them: their page is another one."""
    text = " ".join([one.more, *(answer.text for answer in one.answers.all())]).strip()
    return Entry(one.partnership, one.title, one.get_absolute_url(), text, one.municipality)


def rows(partnership: Partnership) -> Iterable[Question]:
    return (
        Question.objects.filter(partnership=partnership)
        .select_related("partnership", "municipality")
        .prefetch_related("answers")
    )


QUESTION = Kind(Question, _("Vraag"), entry_of, rows, frozenset({"questions.removed"}))
