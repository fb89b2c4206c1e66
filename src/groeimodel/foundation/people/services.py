"""Writes about people themselves."""

from datetime import timedelta

from django.utils import timezone

from groeimodel.foundation.people.models import Person

VISIT = timedelta(hours=4)
ERASED = "Gewist persoon"
"""Whoever was erased is called so for ever; in the database, so not translated."""


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


def rename(*, person: Person, name: str) -> None:
    """Give a person another name. The room `privacy` checks the right and writes the journal."""
    person.name = name
    person.save(update_fields=["name"])


def readdress(*, person: Person, address: str) -> None:
    """Give a person another address. The room `privacy` proved it, checks the right and writes the journal."""
    person.email = Person.objects.normalize_email(address)
    person.save(update_fields=["email"])


def sign_of_life(*, person: Person) -> None:
    """Somebody answered a mail: that counts as having been here."""
    Person.objects.filter(pk=person.pk).update(seen_at=timezone.now())


def erase(*, person: Person) -> None:
    """Take everything personal out of the row, for good. The room `privacy` sees to all the rest first."""
    person.email, person.name = None, ERASED
    person.is_active = person.is_staff = person.is_superuser = person.edits_content = False
    person.seen_at = person.last_login = None
    person.erased_at = timezone.now()
    person.set_unusable_password()
    person.save()
    person.groups.clear()
    person.user_permissions.clear()
