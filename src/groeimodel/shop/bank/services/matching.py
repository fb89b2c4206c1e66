"""Saying where lines belong: posted once, together with the line, whoever confirms at the same moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.bank import placing
from groeimodel.shop.bank.models import Line, Match
from groeimodel.shop.bank.suggesting import Portion
from groeimodel.shop.money import services as money


@transaction.atomic
def match_line(
    *,
    line: Line,
    portions: Sequence[Portion],
    text: str = "",
    actor: Person | None = None,
    at: datetime | None = None,
) -> Line:
    """Post the parts of a line where they belong: all of them or nothing.

    Raises:
        ValidationError: the line was placed meanwhile, the parts are not its amount, or one of them cannot go there.
    """
    require(actor, "bank.tend", line)
    locked = _locked(line)
    _check(locked, portions)
    posts, owed = placing.rows_of(locked, portions)
    for number, one in enumerate(portions, 1):
        contribution = owed[one.contribution] if one.contribution is not None else None
        post = placing.post_for_contributions(locked) if contribution else posts[one.post or 0]
        posting = money.post_amount(
            post=post,
            day=placing.day_in(post, locked),
            amount=one.amount,
            text=text.strip() or post.title,
            contribution=contribution,
            statement_key=f"bank:{locked.pk}:{locked.round}:{number}",
            actor=actor,
            at=at,
        )
        Match.objects.create(line=locked, round=locked.round, posting=posting)
    locked.state = Line.State.MATCHED
    locked.save(update_fields=["state"])
    _note("bank.matched", locked, actor=actor, at=at, parts=len(portions))
    return locked


@transaction.atomic
def match_suggested(
    *,
    partnership: Partnership,
    chosen: Mapping[int, str],
    only_sure: bool = False,
    actor: Person | None = None,
    at: datetime | None = None,
) -> int:
    """Post lines where they are suggested; `chosen` says by key of the line which suggestion was seen.

    Says how many were posted: what is suggested otherwise by now, or was placed meanwhile, is left alone.
    """
    require(actor, "bank.tend", partnership)
    list(
        Line.objects.select_for_update()
        .filter(account__partnership=partnership, pk__in=chosen)
        .order_by("pk")
    )
    done = 0
    for one in placing.waiting(partnership):
        found = one.suggestion
        if found is None or found.rest or not found.portions or chosen.get(one.line.pk) != found.digest:
            continue
        if one.sure or not only_sure:
            text = placing.words_for(one.line, found)
            match_line(line=one.line, portions=found.portions, text=text, actor=actor, at=at)
            done += 1
    return done


@transaction.atomic
def set_aside(*, line: Line, why: str, actor: Person | None = None, at: datetime | None = None) -> Line:
    """A line that belongs in no post, with the reason.

    Raises:
        ValidationError: no reason, or it was placed meanwhile.
    """
    require(actor, "bank.tend", line)
    locked = _locked(line)
    if locked.state != Line.State.OPEN:
        raise ValidationError(_("Deze lijn kreeg intussen al een plek."))
    if not why.strip():
        raise ValidationError(_("Zeg waarom deze lijn hier niet hoort."))
    locked.state, locked.why = Line.State.ASIDE, why.strip()[:200]
    locked.save(update_fields=["state", "why"])
    _note("bank.set_aside", locked, actor=actor, at=at)
    return locked


@transaction.atomic
def undo(*, line: Line, actor: Person | None = None, at: datetime | None = None) -> Line:
    """Let a line wait again. What was posted gets a counter-entry.

    Raises:
        ValidationError: it waits already, or the books refuse the counter-entry.
    """
    require(actor, "bank.tend", line)
    locked = _locked(line)
    if locked.state == Line.State.OPEN:
        raise ValidationError(_("Deze lijn wacht al op een plek."))
    matches = placing.matches_of(locked)
    locked.state, locked.why, locked.round = Line.State.OPEN, "", locked.round + 1
    locked.save(update_fields=["state", "why", "round"])
    for one in matches:
        if not placing.is_reversed(one.posting):
            money.reverse(
                posting=one.posting, why=_("De lijn van de bank is teruggezet."), actor=actor, at=at
            )
    _note("bank.undone", locked, actor=actor, at=at, parts=len(matches))
    return locked


def _locked(line: Line) -> Line:
    """As it is now, until the transaction ends."""
    Line.objects.select_for_update().get(pk=line.pk)
    return Line.objects.select_related("account__partnership", "statement").get(pk=line.pk)


def _check(line: Line, portions: Sequence[Portion]) -> None:
    if line.state != Line.State.OPEN:
        raise ValidationError(_("Deze lijn kreeg intussen al een plek."))
    if not portions or any(one.amount <= 0 for one in portions):
        raise ValidationError(_("Elk deel heeft een bedrag."))
    if sum((one.amount for one in portions), Decimal(0)) != line.size:
        raise ValidationError(_("De delen samen zijn niet het bedrag van de lijn."))


def _note(verb: str, line: Line, *, actor: Person | None, at: datetime | None, parts: int = 0) -> None:
    data = {"line": line.pk, "parts": parts}
    record(verb, partnership=line.account.partnership, actor=actor, subject=line, data=data, at=at)
