"""Documents beside a lesson: for the partnership itself, they never go to the library."""

from groeimodel.foundation.files import subjects
from groeimodel.soil.lessons.models import Lesson


def accept_lessons() -> None:
    """Called once, when the room is ready."""
    subjects.accept(
        Lesson,
        see="partners.see_inside",
        add="lessons.tend",
        page=Lesson.get_absolute_url,
        rows=lambda: Lesson.objects.select_related("partnership"),
        removed="lessons.removed",
    )
