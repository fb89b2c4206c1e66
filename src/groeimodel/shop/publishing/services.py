"""Every write about publishing. `actor` None is the system itself: the example data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.publishing.models import Publication


@transaction.atomic
def publish(
    *,
    partnership: Partnership,
    decisions: Sequence[Decision],
    actor: Person | None = None,
    at: datetime | None = None,
) -> list[Publication]:
    """Put decisions of organs on the web for everyone; one that stands there already stays as it is.

    Raises:
        PermissionDenied: the actor may not publish here.
        ValidationError: a decision was not voted in an organ.
    """
    require(actor, "publishing.publish", partnership)
    if any(one.way != Decision.Way.VOTED for one in decisions):
        raise ValidationError(_("Alleen besluiten van een orgaan kunnen op het web."))
    return [_publish(partnership, one, actor=actor, at=at or timezone.now()) for one in decisions]


def _publish(
    partnership: Partnership, decision: Decision, *, actor: Person | None, at: datetime
) -> Publication:
    found, fresh = Publication.objects.get_or_create(
        partnership=partnership, decision=decision, defaults={"published_at": at, "published_by": actor}
    )
    if not fresh and found.withdrawn_at is None:
        return found
    if not fresh:
        found.published_at, found.published_by, found.withdrawn_at = at, actor, None
        found.save()
    _note("publishing.published", found, actor=actor, at=at)
    return found


@transaction.atomic
def withdraw(
    *, publication: Publication, actor: Person | None = None, at: datetime | None = None
) -> Publication:
    """Take it off the web; it can be put back."""
    require(actor, "publishing.publish", publication.partnership)
    if publication.withdrawn_at is None:
        publication.withdrawn_at = at or timezone.now()
        publication.save()
        _note("publishing.withdrawn", publication, actor=actor, at=publication.withdrawn_at)
    return publication


def _note(verb: str, one: Publication, *, actor: Person | None, at: datetime) -> None:
    record(
        verb,
        partnership=one.partnership,
        actor=actor,
        subject=one,
        data={"number": one.decision.number},
        at=at,
    )
