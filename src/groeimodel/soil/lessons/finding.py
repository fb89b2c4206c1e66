"""How lessons are found: in the own partnership, and by everybody once they are shared. Never by their source."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.search.kinds import Entry, Kind
from groeimodel.soil.lessons.models import Lesson


def entry_of(lesson: Lesson) -> Entry:
    """A shared one leads to the library, where it has no owner."""
    shared = lesson.shared_at is not None
    url = f"{reverse('lessons:library')}#les-{lesson.pk}" if shared else lesson.get_absolute_url()
    text = " ".join(part for part in (lesson.learned, lesson.helps, lesson.tags) if part)
    return Entry(lesson.partnership, lesson.title, url, text, None, open=shared)


def rows(partnership: Partnership) -> Iterable[Lesson]:
    return Lesson.objects.filter(partnership=partnership).select_related("partnership")


LESSON = Kind(Lesson, _("Les"), entry_of, rows, frozenset({"lessons.removed"}))
