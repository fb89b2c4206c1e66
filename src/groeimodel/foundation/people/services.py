"""Writes about people themselves."""

from datetime import timedelta

from django.utils import timezone

from groeimodel.foundation.people.models import Person

VISIT = timedelta(hours=4)


def begin_visit(*, person: Person) -> bool:
    """Note that somebody is here; says whether a new visit began. Then `person.seen_before` is the one of before.

    A visit ends after four hours of nothing.
    """
    now = timezone.now()
    if person.seen_at is not None and now - person.seen_at < VISIT:
        return False
    person.seen_before, person.seen_at = person.seen_at, now
    Person.objects.filter(pk=person.pk).update(seen_at=now)
    return True
