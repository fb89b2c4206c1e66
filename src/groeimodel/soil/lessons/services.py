"""Every write about lessons. `actor` None is the system itself: the example data."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django_scopes import scope

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.selectors import home_of, partnerships_of
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.soil.lessons.checking import remarks_on
from groeimodel.soil.lessons.models import Lesson, Thanks


@dataclass(frozen=True, slots=True)
class Learned:
    """What somebody fills in."""

    title: str
    learned: str
    helps: str = ""
    tags: str = ""
    source: str = ""
    source_path: str = ""


@transaction.atomic
def write_lesson(
    *, partnership: Partnership, learned: Learned, actor: Person | None = None, at: datetime | None = None
) -> Lesson:
    """Write a lesson down, for the partnership itself."""
    require(actor, "lessons.write", partnership)
    home = home_of(actor, partnership) if actor else None
    lesson = Lesson(
        partnership=partnership, municipality=home, written_by=actor, written_at=at or timezone.now()
    )
    _fill(lesson, learned)
    lesson.save()
    _note("lessons.written", lesson, actor=actor, at=at)
    return lesson


@transaction.atomic
def change_lesson(*, lesson: Lesson, learned: Learned, actor: Person | None = None) -> Lesson:
    """Change one. Other words were agreed to be shared: a lesson of the library goes back until it is shared anew."""
    require(actor, "lessons.tend", lesson)
    _fill(lesson, learned)
    lesson.shared_at = None
    lesson.save()
    _note("lessons.changed", lesson, actor=actor)
    return lesson


@transaction.atomic
def remove_lesson(*, lesson: Lesson, actor: Person | None = None) -> None:
    require(actor, "lessons.tend", lesson)
    _note("lessons.removed", lesson, actor=actor)
    lesson.delete()


@transaction.atomic
def share(*, lesson: Lesson, actor: Person | None = None, at: datetime | None = None) -> Lesson:
    """Put a lesson in the library, in the name of the partnership, without names.

    Raises:
        ValidationError: something in it says who it is about.
    """
    require(actor, "lessons.share", lesson)
    lesson = Lesson.objects.select_related("partnership").select_for_update(of=("self",)).get(pk=lesson.pk)
    if remarks_on(lesson):
        raise ValidationError(_("Er staat nog een naam of een adres in. Haal dat eerst weg."))
    if lesson.shared_at is None:
        lesson.shared_at = at or timezone.now()
        lesson.save(update_fields=["shared_at"])
        _note("lessons.shared", lesson, actor=actor, at=at)
    return lesson


@transaction.atomic
def withdraw(*, lesson: Lesson, actor: Person | None = None) -> Lesson:
    """Take a lesson out of the library, at once; thanks that came stay."""
    require(actor, "lessons.share", lesson)
    if lesson.shared_at is not None:
        lesson.shared_at = None
        lesson.save(update_fields=["shared_at"])
        _note("lessons.withdrawn", lesson, actor=actor)
    return lesson


@transaction.atomic
def thank(*, lesson: Lesson, actor: Person) -> bool:
    """Say that a lesson of the library helped, once; the partnership hears that, not who said it.

    Raises:
        ValidationError: it is a lesson of the own partnership, or not in the library.
    """
    require(actor, "lessons.thank", actor)
    if lesson.shared_at is None or partnerships_of(actor).filter(pk=lesson.partnership_id).exists():
        raise ValidationError(_("Dit is een les van jullie zelf, of ze staat niet meer in de bibliotheek."))
    _thanks, fresh = Thanks.objects.get_or_create(lesson=lesson, person=actor)
    if fresh:
        # Nobody as actor: who it was is told to nobody, not even by the journal.
        _note("lessons.thanked", lesson, actor=None, plain=True)
    return fresh


def _fill(lesson: Lesson, learned: Learned) -> None:
    lesson.title, lesson.learned, lesson.helps = learned.title, learned.learned, learned.helps
    lesson.tags = tidy(learned.tags)
    lesson.source, lesson.source_path = learned.source, learned.source_path


def tidy(tags: str) -> str:
    """Small words, once each, at most six: 'Fuif;  fuif, Veiligheid' becomes 'fuif, veiligheid'."""
    words = [" ".join(word.lower().split()) for word in tags.replace(";", ",").split(",")]
    return ", ".join(list(dict.fromkeys(word for word in words if word))[:6])[:160]


def _note(
    verb: str, lesson: Lesson, *, actor: Person | None, at: datetime | None = None, plain: bool = False
) -> None:
    with scope(partnership=lesson.partnership):
        record(
            verb,
            partnership=lesson.partnership,
            actor=actor,
            municipality=None if plain else lesson.municipality,
            subject=lesson,
            at=at,
        )
