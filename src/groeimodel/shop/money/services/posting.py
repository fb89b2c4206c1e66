"""Posting and taking back."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.money.models import BookYear, Contribution, Post, Posting
from groeimodel.shop.money.services.common import hold, hold_open, refuse


@transaction.atomic
def post_amount(
    *,
    post: Post,
    day: date,
    amount: Decimal,
    text: str,
    party: str = "",
    contribution: Contribution | None = None,
    municipality: Municipality | None = None,
    statement_key: str = "",
    actor: Person | None = None,
    at: datetime | None = None,
) -> Posting:
    """Write down what came in or went out on a post.

    Raises:
        PermissionDenied: the actor does not keep the money here.
        ValidationError: with everything that is wrong; also a line of a statement that was posted already.
    """
    require(actor, "money.keep", post)
    held = hold_open(post.book_year)
    problems = []
    if day.year != held.year:
        problems.append(_("De dag ligt niet in %(year)s.") % {"year": held.year})
    if contribution is not None and post.kind != Post.Kind.CONTRIBUTION:
        problems.append(_("Een bijdrage boek je op een post voor bijdragen."))
    if contribution is not None and contribution.partnership != held.partnership:
        problems.append(_("Deze bijdrage hoort bij een andere samenwerking."))
    refuse(problems)
    posting = Posting(
        partnership=held.partnership,
        post=post,
        day=day,
        amount=amount,
        text=text.strip(),
        party=party.strip(),
        contribution=contribution,
        municipality=municipality or (contribution.municipality if contribution else None),
        statement_key=statement_key,
        noted_by=actor,
        noted_at=at or timezone.now(),
    )
    posting.full_clean()
    try:
        with transaction.atomic():
            posting.save()
    except IntegrityError as error:  # somebody else was first with the same line
        raise ValidationError(_("Deze lijn van het uittreksel is al geboekt.")) from error
    _note("money.posted", posting, actor=actor, at=at)
    return posting


@transaction.atomic
def reverse(
    *,
    posting: Posting,
    why: str,
    day: date | None = None,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Posting:
    """Put a counter-entry beside a posting: together they are nothing.

    It stands in the year of the posting while that is open; else on the same post of the first year after it that is open.

    Raises:
        PermissionDenied: the actor does not keep the money here.
        ValidationError: it was taken back before, it is a counter-entry itself, or no year is open for it.
    """
    require(actor, "money.keep", posting)
    held = hold(posting.post.book_year)
    problems = []
    if posting.reverses_id is not None:
        problems.append(_("Een tegenboeking zet je niet zelf recht. Boek het juiste bedrag opnieuw."))
    if Posting.objects.filter(reverses=posting).exists():
        problems.append(_("Deze boeking is al rechtgezet."))
    if not why.strip():
        problems.append(_("Schrijf waarom je ze rechtzet."))
    refuse(problems)
    post = posting.post if not held.closed else _same_post_later(posting.post)
    today = day or timezone.localdate(at)
    counter = Posting(
        partnership=posting.partnership,
        post=post,
        day=_within(today, post.book_year.year, posting.day),
        amount=posting.amount,
        text=why.strip(),
        party=posting.party,
        contribution=posting.contribution,
        municipality=posting.municipality,
        reverses=posting,
        noted_by=actor,
        noted_at=at or timezone.now(),
    )
    counter.full_clean()
    counter.save()
    _note("money.reversed", counter, actor=actor, at=at)
    return counter


def _within(day: date, year: int, first: date) -> date:
    """The day itself where it lies in that year; else the day of the posting, or the first of the year."""
    if day.year == year:
        return day
    return first if first.year == year else date(year, 1, 1)


def _same_post_later(post: Post) -> Post:
    """The post of the same name in the first open year after it, made where it is not there yet."""
    later = BookYear.objects.filter(
        partnership=post.book_year.partnership, year__gt=post.book_year.year, closed_on=None
    ).order_by("year")
    book_year = later.select_for_update().first()
    if book_year is None:
        raise ValidationError(_("Open eerst het volgende jaar: daar komt de tegenboeking in."))
    found, _fresh = Post.objects.get_or_create(
        book_year=book_year,
        direction=post.direction,
        kind=post.kind,
        title=post.title,
        defaults={"nature": post.nature, "plan_action": post.plan_action},
    )
    return found


@transaction.atomic
def take_back(*, posting: Posting, actor: Person | None = None) -> None:
    """Remove a posting on the day that it was noted, by whoever noted it: a slip, told in the journal.

    Raises:
        PermissionDenied: the actor does not keep the money here.
        ValidationError: it was another day, another person, from a statement, or the year is closed.
    """
    require(actor, "money.keep", posting)
    hold_open(posting.post.book_year)
    problems = []
    if timezone.localdate(posting.noted_at) != timezone.localdate() or posting.noted_by_id != (
        actor and actor.pk
    ):
        problems.append(
            _("Weghalen kan alleen op de dag zelf, door wie ze noteerde. Zet ze recht met een tegenboeking.")
        )
    if posting.statement_key or posting.reverses_id or Posting.objects.filter(reverses=posting).exists():
        problems.append(_("Deze boeking hangt vast aan een andere of aan een uittreksel. Zet ze daar recht."))
    refuse(problems)
    _note("money.taken_back", posting, actor=actor)
    posting.delete()


def _note(verb: str, posting: Posting, *, actor: Person | None, at: datetime | None = None) -> None:
    """Keys and figures only: what it was for may name somebody."""
    record(
        verb,
        partnership=posting.partnership,
        actor=actor,
        subject=posting,
        data={"post": posting.post_id, "amount": str(posting.amount), "year": posting.post.book_year.year},
        at=at,
    )
