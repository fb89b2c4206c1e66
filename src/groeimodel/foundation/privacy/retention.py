"""How long each kind of personal data is kept: the one table. docs/admin/privacy.md says the same, held by a test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django_scopes import scopes_disabled

from groeimodel.foundation.contact.models import Question
from groeimodel.foundation.jobs.tidying import KEEP_DONE
from groeimodel.foundation.mail.services.keeping import KEEP_DAYS as MAIL_DAYS
from groeimodel.foundation.members.importing import KEPT as DRAFTS_KEPT
from groeimodel.foundation.members.models import Invitation
from groeimodel.foundation.partners.models import Appointment, Tenure
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.personal import all_holdings
from groeimodel.foundation.privacy import services
from groeimodel.foundation.privacy.models import Erasure

COUNTERPARTIES_KEPT = timedelta(days=2557)
"""Seven years: how long names, accounts and words of others stay on lines of a bank statement."""


def _elsewhere(before: datetime) -> int:
    return 0


@dataclass(frozen=True, slots=True)
class Period:
    name: str
    days: int
    carry_out: Callable[[datetime], int] = _elsewhere
    """Gets the moment before which things are too old; says how many rows went. Another room's own daily job
    does it where this is left out."""


def idle_people(before: datetime) -> list[Person]:
    """Who has had no part since, was not here since, and is not needed: neither staff nor an example."""
    lately = Q(ends=None) | Q(ends__gte=timezone.localdate(before))
    seats = Tenure.objects.filter(lately, person=OuterRef("pk"))
    parts = Appointment.objects.filter(lately, person=OuterRef("pk"))
    waits = Erasure.objects.filter(person=OuterRef("pk"), stopped_at=None, done_at=None)
    found = Person.objects.filter(
        ~Exists(seats),
        ~Exists(parts),
        ~Exists(waits),
        Q(seen_at=None) | Q(seen_at__lt=before),
        Q(last_login=None) | Q(last_login__lt=before),
        created_at__lt=before,
        erased_at=None,
        example=False,
        is_staff=False,
        is_superuser=False,
        edits_content=False,
    )
    return [one for one in found if not any(holding.busy(one) for holding in all_holdings())]


def ask_idle(before: datetime) -> int:
    """Announce to whoever has long had no part that their data go; they are erased a week later."""
    found = idle_people(before)
    for person in found:
        services.ask_erasure(person=person, actor=None, why=Erasure.Why.IDLE)
    return len(found)


def end_sessions(before: datetime) -> int:
    """Sessions that are over, and the list of devices that goes with them."""
    gone = Session.objects.filter(expire_date__lt=before + timedelta(seconds=settings.SESSION_COOKIE_AGE))
    count, _ = gone.delete()
    alive = Session.objects.filter(session_key=OuterRef("session_key"))
    UserSession.objects.filter(~Exists(alive)).delete()
    return count


def forget_tries(before: datetime) -> int:
    """Counts of attempts to sign in whose time is over."""
    table = connection.ops.quote_name("cache")
    with connection.cursor() as cursor:
        moment = connection.ops.adapt_datetimefield_value(before)
        cursor.execute(f"DELETE FROM {table} WHERE expires < %s", [moment])  # noqa: S608 (a constant)
        return int(cursor.rowcount)


def forget_invitations(before: datetime) -> int:
    """Invitations, used or not: whoever came is a person now, and the journal says that it was."""
    with scopes_disabled():
        return int(Invitation.objects.filter(sent_at__lt=before).delete()[0])


def empty_questions(before: datetime) -> int:
    """The words of old questions to the supporter; that there was one stays."""
    with scopes_disabled():
        old = Question.objects.filter(asked_at__lt=before).exclude(text="")
        return int(old.update(text="", page="", part="", answer="", passed_to=""))


PERIODS = (
    Period("people", 730, ask_idle),
    Period("sessions", 30, end_sessions),
    Period("attempts", 0, forget_tries),
    Period("invitations", 90, forget_invitations),
    Period("questions", 730, empty_questions),
    Period("drafts", DRAFTS_KEPT.days),
    Period("mails", MAIL_DAYS),
    Period("counterparties", COUNTERPARTIES_KEPT.days),
    Period("jobs", KEEP_DONE.days),
    Period("requests", 365),
    Period("unconfirmed", 7),
)


def carry_out(now: datetime) -> dict[str, int]:
    """Let everything go whose time is over, and erase whose week of grace has passed; how many of each."""
    done = {one.name: one.carry_out(now - timedelta(days=one.days)) for one in PERIODS}
    done["erased"] = erase_due(now)
    return done


def erase_due(now: datetime) -> int:
    """Erase whoever asked for it a week ago; whoever was idle only if still so."""
    count = 0
    for erasure in Erasure.objects.filter(stopped_at=None, done_at=None, due_at__lte=now).select_related(
        "person"
    ):
        busy = any(holding.busy(erasure.person) for holding in all_holdings())
        if erasure.why == Erasure.Why.IDLE and (busy or erasure.person.is_staff):
            services.stop_erasure(erasure=erasure)
        else:
            count += services.carry_out(erasure=erasure)
    return count
