"""Lessons of an example partnership, some in the library, and documents that its people put ready."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.files.uploadedfile import SimpleUploadedFile

from groeimodel.demo.kit import Planted, moment
from groeimodel.foundation.files import services as files
from groeimodel.foundation.people.models import Person
from groeimodel.soil.lessons import services as lessons
from groeimodel.soil.lessons.models import Lesson
from groeimodel.soil.lessons.services import Learned


@dataclass(frozen=True, slots=True)
class Taught:
    """One lesson: since how many days, by whom, and since how many days it is in the library (0: not)."""

    days: int
    by: str
    learned: Learned
    shared: int = 0


@dataclass(frozen=True, slots=True)
class Paper:
    """One document of plain text beside the partnership itself."""

    days: int
    by: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Memory:
    """What a partnership keeps."""

    lessons: Sequence[Taught] = ()
    papers: Sequence[Paper] = ()


def remember(planted: Planted, memory: Memory) -> None:
    """Write it all through the services; the scope must be open."""
    for one in memory.lessons:
        lesson = lessons.write_lesson(
            partnership=planted.partnership,
            learned=one.learned,
            actor=planted.people[one.by],
            at=moment(planted.day(one.days)),
        )
        if one.shared:
            coordinator = planted.people[planted.story.coordinator]
            lessons.share(lesson=lesson, actor=coordinator, at=moment(planted.day(one.shared)))
    for paper in memory.papers:
        files.keep(
            subject=planted.partnership,
            upload=SimpleUploadedFile(paper.name, paper.text.encode()),
            actor=planted.people[paper.by],
            at=moment(planted.day(paper.days)),
        )


def thank(person: Person, titles: Sequence[str]) -> None:
    """Somebody of elsewhere says that these lessons helped; with the scopes off."""
    for lesson in Lesson.objects.filter(title__in=titles).select_related("partnership"):
        lessons.thank(lesson=lesson, actor=person)
