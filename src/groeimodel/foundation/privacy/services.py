"""Correcting the own data, and erasing somebody."""

from __future__ import annotations

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation import links
from groeimodel.foundation.journal.services import record
from groeimodel.foundation.people import services as people
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.personal import all_holdings
from groeimodel.foundation.privacy import letters
from groeimodel.foundation.privacy.models import Erasure
from groeimodel.foundation.rights import require


@transaction.atomic
def change_name(*, person: Person, name: str, actor: Person | None) -> None:
    """Correct a name; earlier deeds are told with the new one."""
    require(actor, "privacy.correct", person)
    if name != person.name:
        people.rename(person=person, name=name)
        record("privacy.name_changed", actor=actor, subject=person)


@transaction.atomic
def ask_address(*, person: Person, address: str, actor: Person | None) -> None:
    """Mail a link to the new address; nothing changes before it is used.

    Whether somebody else has this address is not told here: only who holds it may know that.
    """
    require(actor, "privacy.correct", person)
    letters.ask_new_address(person, address)


def address_of_link(token: str) -> tuple[Person, str]:
    """The person of a link, and the new address.

    Raises:
        links.Expired, links.Invalid: too old, changed, used before, or the person has yet another address now.
    """
    payload = links.read(letters.ADDRESS, token)
    person = Person.objects.filter(pk=payload["person"], is_active=True, erased_at=None).first()
    if person is None or (person.email or "") != payload["old"]:
        raise links.Invalid
    return person, str(payload["new"])


@transaction.atomic
def confirm_address(*, token: str) -> Person:
    """Use the new address from now on. Whoever holds the link may do this; the old address gets a notice.

    Raises:
        links.Invalid: see `address_of_link`.
        ValidationError: somebody else has this address.
    """
    person, address = address_of_link(token)
    if Person.objects.filter(email__iexact=address).exclude(pk=person.pk).exists():
        raise ValidationError(_("Met dit adres is al iemand anders bekend. Kies een ander adres."))
    old = person.email
    people.readdress(person=person, address=address)
    # The library for sign-in keeps addresses too: the old one may not open the door any more.
    EmailAddress.objects.filter(user=person).delete()
    if old:
        letters.tell_old_address(person, old)
    record("privacy.address_changed", actor=person, subject=person)
    return person


@transaction.atomic
def ask_erasure(*, person: Person, actor: Person | None, why: str = Erasure.Why.ASKED) -> Erasure:
    """Have somebody erased in seven days; a mail says how to stop it. Asking twice is asking once.

    Raises:
        ValidationError: an example person of the demonstration.
    """
    require(actor, "privacy.erase", person)
    if person.example:
        raise ValidationError(_("Dit is een voorbeeldpersoon van de demonstratie: die wissen we niet."))
    if found := open_erasure(person):
        return found
    due = timezone.now() + timedelta(days=letters.GRACE_DAYS)
    erasure = Erasure.objects.create(person=person, why=why, asked_by=actor, due_at=due)
    letters.tell_erasure(erasure)
    record("privacy.erasure_asked", actor=actor, subject=person)
    return erasure


def open_erasure(person: Person) -> Erasure | None:
    return Erasure.objects.filter(person=person, stopped_at=None, done_at=None).first()


def erasure_of_link(token: str) -> Erasure:
    """Raises links.Expired or links.Invalid: too old, changed, stopped, or done already."""
    payload = links.read(letters.STOP, token)
    erasure = Erasure.objects.filter(pk=payload["erasure"]).select_related("person").first()
    if erasure is None or not erasure.is_open:
        raise links.Invalid
    return erasure


@transaction.atomic
def stop_erasure(*, erasure: Erasure, actor: Person | None = None) -> bool:
    """Keep the data after all; says whether it still could. `actor` None is the holder of the signed link."""
    require(actor, "privacy.erase", erasure.person)
    stopped = Erasure.objects.filter(pk=erasure.pk, stopped_at=None, done_at=None).update(
        stopped_at=timezone.now()
    )
    if stopped:
        # Somebody who answers is not away: the two years begin again.
        people.sign_of_life(person=erasure.person)
        record("privacy.erasure_stopped", actor=actor, subject=erasure.person)
    return bool(stopped)


@transaction.atomic
def carry_out(*, erasure: Erasure) -> bool:
    """Do what was asked a week ago; False when it was stopped at the last moment. Called by the nightly job."""
    open_one = Erasure.objects.select_for_update().filter(pk=erasure.pk, stopped_at=None, done_at=None)
    if open_one.first() is None:
        return False
    erase(person=erasure.person)
    return True


@transaction.atomic
def erase(*, person: Person, actor: Person | None = None) -> None:
    """Erase somebody now, for good: name, address, ways in, mails; seats close today. Facts stay, without a name.

    Raises:
        ValidationError: an example person of the demonstration.
    """
    require(actor, "privacy.erase", person)
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.example:
        raise ValidationError(_("Dit is een voorbeeldpersoon van de demonstratie: die wissen we niet."))
    if person.erased_at:
        return
    for holding in all_holdings():
        holding.erase(person)
    EmailAddress.objects.filter(user=person).delete()
    people.erase(person=person)
    Erasure.objects.filter(person=person, stopped_at=None, done_at=None).update(done_at=timezone.now())
    record("privacy.erased", actor=actor, subject=person)
