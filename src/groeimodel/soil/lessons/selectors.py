"""Reads of lessons: those of a partnership inside its scope, and the library, which has no names."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, QuerySet
from django_scopes import scopes_disabled

from groeimodel.content.nutrients import nutrients
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.selectors import partnerships_of
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.search import selectors as searching
from groeimodel.soil.lessons.models import Lesson, Thanks

PAGE = 12
MOST = 240
"""Lessons that one looks through page by page, the newest; for older ones one looks for a word."""


def lessons_of(partnership: Partnership) -> QuerySet[Lesson]:
    """All of them, newest first, with how often somebody elsewhere thanked: one query."""
    rows: QuerySet[Lesson] = (
        Lesson.objects.filter(partnership=partnership)
        .select_related("partnership", "municipality__merged_into", "written_by")
        .annotate(thanked=Count("thanks"))
    )
    return rows


@dataclass(frozen=True, slots=True)
class Shared:
    """A lesson as everybody sees it: nothing in here says whose it is."""

    pk: int
    title: str
    learned: str
    helps: str
    words: tuple[str, ...]
    thanked: int
    own: bool = False
    """Of a partnership of the reader."""
    said: bool = False
    """The reader thanked already."""


def as_others_see(lesson: Lesson) -> Shared:
    """What the library would show."""
    return Shared(lesson.pk, lesson.title, lesson.learned, lesson.helps, tuple(lesson.words), 0)


@dataclass(frozen=True, slots=True)
class Library:
    lessons: tuple[Shared, ...]
    page: Page[int]
    """Of their keys."""
    words: tuple[str, ...]
    """Tags that are used most, to look further with."""
    corrected: dict[str, str]
    """Typed word to what was taken for it."""


def library(reader: Person, *, query: str = "", word: str = "", page: str = "1") -> Library:
    """What partnerships shared, the newest or the most fitting first; a constant number of queries.

    Only the rows of one page are read whole, however many lessons there are.
    """
    with scopes_disabled():
        shared = Lesson.objects.filter(shared_at__isnull=False, partnership__listed_only=False)
        newest = shared.order_by("-shared_at", "-pk")[:MOST]
        words = _most_used(list(newest.values_list("tags", flat=True)))
        order: list[int] = []
        corrected: dict[str, str] = {}
        if query:
            found = searching.search(
                query, partnerships=[], kinds=["lessons.lesson"], with_open=True, most=60
            )
            order, corrected = [hit.entry.key for hit in found.hits], found.corrected
            shared = shared.filter(pk__in=order)
        if word:
            shared = shared.filter(tags__icontains=word)
        keys = list(shared.order_by("-shared_at", "-pk").values_list("pk", flat=True)[:MOST])
        if query:
            keys.sort(key=order.index)
        shown = Paginator(keys, PAGE).get_page(page)
        rows = {one.pk: one for one in _for(reader, shared.filter(pk__in=shown.object_list))}
        return Library(tuple(_shared(rows[key]) for key in shown), shown, words, corrected)


def shared_lately(most: int = 200) -> list[tuple[int, Shared]]:
    """What lies in the library, the newest first, each with the key of the partnership it came from: one query.

    That key is for leaving out somebody's own lessons; it is never shown.
    """
    with scopes_disabled():
        rows = Lesson.objects.filter(shared_at__isnull=False, partnership__listed_only=False)
        return [(one.partnership_id, as_others_see(one)) for one in rows.order_by("-shared_at", "-pk")[:most]]


def _for(reader: Person, lessons: QuerySet[Lesson]) -> QuerySet[Lesson]:
    own = partnerships_of(reader).filter(pk=OuterRef("partnership"))
    said = Thanks.objects.filter(lesson=OuterRef("pk"), person=reader)
    return lessons.annotate(thanked=Count("thanks"), own=Exists(own), said=Exists(said))


def _shared(lesson: Lesson) -> Shared:
    seen = vars(lesson)
    words = tuple(lesson.words)
    return Shared(
        lesson.pk,
        lesson.title,
        lesson.learned,
        lesson.helps,
        words,
        seen["thanked"],
        seen["own"],
        seen["said"],
    )


def _most_used(tags: Sequence[str]) -> tuple[str, ...]:
    counted = Counter(word for line in tags for word in line.split(", ") if word)
    return tuple(word for word, _n in sorted(counted.items(), key=lambda one: (-one[1], one[0]))[:12])


def suggestions(partnership: Partnership) -> list[str]:
    """Words to choose from: used here before, and one of each area of expertise. One query."""
    used = list(Lesson.objects.filter(partnership=partnership).values_list("tags", flat=True))
    return list(dict.fromkeys([*_most_used(used), *(one.words[0] for one in nutrients())]))[:14]


def in_library(pk: int) -> QuerySet[Lesson]:
    """One lesson, if it is in the library; read it with the scope off."""
    return Lesson.objects.filter(pk=pk, shared_at__isnull=False).select_related("partnership")
