"""Digests: who gets one today, and making it. At most one a period, and never an empty one."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.shortcuts import resolve_url
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groeimodel.foundation.jobs.services import add_all
from groeimodel.foundation.mail import digest
from groeimodel.foundation.mail.letters import Action, Letter
from groeimodel.foundation.mail.models import Cadence, Digest, OutgoingMail, Refusal
from groeimodel.foundation.mail.periods import period_of, start_before, start_of
from groeimodel.foundation.mail.services.posting import post
from groeimodel.foundation.mail.services.wishes import DIGEST
from groeimodel.foundation.people.models import Person

WEEK = Cadence.Every.WEEK


def plan_digests() -> int:
    """Ask for the digest of everybody whose period began and was not told yet; returns how many. A few queries."""
    today = timezone.localdate()
    asked = 0
    for every in Cadence.Every.values:
        people = list(_readers(every, today).values_list("pk", flat=True))
        add_all("mail.digest", [{"person": pk} for pk in people])
        asked += len(people)
    return asked


def _readers(every: str, today: date) -> QuerySet[Person]:
    """Whoever came in the middle of a period gets the first digest when the next one begins."""
    chosen = Q(digest_cadence__every=every)
    if every == WEEK:
        chosen |= Q(digest_cadence__isnull=True)
    told = Digest.objects.filter(person=OuterRef("pk"), period=period_of(every, today))
    stopped = Refusal.objects.filter(person=OuterRef("pk"), kind=DIGEST)
    return Person.objects.filter(
        chosen,
        ~Exists(told),
        ~Exists(stopped),
        is_active=True,
        erased_at__isnull=True,
        email__isnull=False,
        created_at__lt=midnight(start_of(every, today)),
    ).order_by("pk")


def make_digest(person: Person) -> OutgoingMail | None:
    """Write somebody's digest of the period that began; None when it was made already, or there is nothing to tell.

    Two workers cannot both make it: the row that says so is unique, and is written together with the mail.
    """
    today = timezone.localdate()
    every = cadence_of(person)
    with transaction.atomic():
        made, fresh = Digest.objects.get_or_create(
            person=person, period=period_of(every, today), defaults={"until": timezone.now()}
        )
        if not fresh:
            return None
        since = _since(made, midnight(start_before(every, today)))
        made.mail = write_digest(person, since)
        made.save(update_fields=["mail"])
        return made.mail


def _since(made: Digest, otherwise: datetime) -> datetime:
    last = Digest.objects.filter(person=made.person_id, until__lt=made.until).order_by("-until").first()
    return last.until if last else otherwise


def write_digest(person: Person, since: datetime) -> OutgoingMail | None:
    """Write and queue the mail of what happened since a moment; None when there is nothing to tell."""
    blocks = digest.blocks_for(person, since)
    if not blocks:
        return None
    day = date_format(timezone.localtime(since), "j F")
    return post(
        kind=DIGEST,
        to=person,
        letter=Letter(
            subject=_("Wat er gebeurde sinds %(day)s") % {"day": day},
            paragraphs=[_("Dit gebeurde er in je samenwerking sinds %(day)s.") % {"day": day}, *blocks],
            action=Action(label=_("Bekijk het in Groeimodel"), url=resolve_url(settings.LOGIN_REDIRECT_URL)),
            after=[_("Liever vaker of minder vaak? Dat kies je met de link onderaan.")],
        ),
    )


def cadence_of(person: Person) -> str:
    """'day', 'week' or 'month'."""
    chosen = Cadence.objects.filter(person=person).first()
    return chosen.every if chosen else WEEK


def midnight(day: date) -> datetime:
    """The first moment of a day, Brussels time."""
    return timezone.make_aware(datetime.combine(day, time()))


def forget_old_digests() -> int:
    """What was told more than a year ago need not be remembered; returns how many rows."""
    return Digest.objects.filter(until__lt=timezone.now() - timedelta(days=400)).delete()[0]
