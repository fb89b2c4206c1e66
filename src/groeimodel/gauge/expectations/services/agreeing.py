"""What comes of the talk: that it took place, and what was agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.gauge.expectations.models import Agreement, Round

AGREE = "expectations.agree"
TEND = "expectations.tend"


@dataclass(frozen=True, slots=True)
class Agreed:
    text: str
    owner: Person
    due: date
    about: str = ""
    """Key of an expectation of the round."""


@transaction.atomic
def note_talk(*, round: Round, on: date, actor: Person | None) -> None:
    """The partnership talked about this round on a day; the last word counts.

    Raises:
        ValidationError: the day is still to come, or before the round.
    """
    require(actor, AGREE, round.partnership)
    if on > timezone.localdate():
        raise ValidationError(_("Deze dag moet nog komen."))
    if on < timezone.localdate(round.opened_at):
        raise ValidationError(_("Deze dag is voor de ronde openging."))
    round.talked_on = on
    round.save(update_fields=["talked_on"])
    _note("expectations.talked", round, actor)


@transaction.atomic
def agree(*, round: Round, agreed: Agreed, actor: Person | None, at: datetime | None = None) -> Agreement:
    """Note what was agreed, with who sees to it and by when."""
    require(actor, AGREE, round.partnership)
    texts = {one["key"]: one["text"] for one in round.asked}
    if agreed.about and agreed.about not in texts:
        raise ValidationError(_("Deze verwachting hoort niet bij de ronde."))
    row = Agreement.objects.create(
        partnership=round.partnership,
        round=round,
        about=agreed.about,
        about_text=texts.get(agreed.about, ""),
        text=agreed.text,
        owner=agreed.owner,
        due=agreed.due,
        made_by=actor,
        made_at=at or timezone.now(),
    )
    _note("expectations.agreed", round, actor, at=at)
    return row


@transaction.atomic
def change_agreement(*, agreement: Agreement, agreed: Agreed, actor: Person | None) -> None:
    """Other words, owner or day."""
    require(actor, TEND, agreement)
    agreement.text, agreement.owner, agreement.due = agreed.text, agreed.owner, agreed.due
    agreement.save(update_fields=["text", "owner", "due"])
    _note("expectations.agreement_changed", agreement.round, actor)


@transaction.atomic
def mark_done(*, agreement: Agreement, actor: Person | None, at: datetime | None = None) -> None:
    """It is done; twice changes nothing."""
    require(actor, TEND, agreement)
    locked = Agreement.objects.select_for_update().get(pk=agreement.pk)
    if locked.done_at is None:
        agreement.done_at = at or timezone.now()
        agreement.save(update_fields=["done_at"])
        _note("expectations.agreement_done", agreement.round, actor, at=at)


@transaction.atomic
def mark_undone(*, agreement: Agreement, actor: Person | None) -> None:
    """Undo of `mark_done`."""
    require(actor, TEND, agreement)
    agreement.done_at = None
    agreement.save(update_fields=["done_at"])
    _note("expectations.agreement_changed", agreement.round, actor)


@transaction.atomic
def remove_agreement(*, agreement: Agreement, actor: Person | None) -> None:
    """It was noted by mistake, or nobody wants it any more."""
    require(actor, TEND, agreement)
    _note("expectations.agreement_removed", agreement.round, actor)
    agreement.delete()


def _note(verb: str, round: Round, actor: Person | None, at: datetime | None = None) -> None:
    record(verb, partnership=round.partnership, actor=actor, data={"round": round.pk}, at=at)
