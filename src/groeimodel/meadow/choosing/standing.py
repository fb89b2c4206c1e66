"""How a round stands on a day: whose ballot counts, which checks are done, and what still stands in the way of closing it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Municipality
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.checks.selectors import chance_days, checks_of, is_open
from groeimodel.meadow.choosing.models import Line, Proposal, Round
from groeimodel.meadow.choosing.polling import Poll, polls_of
from groeimodel.meadow.choosing.selectors import members_of, proposals_of


@dataclass(frozen=True, slots=True)
class Chance:
    """When every municipality had its chance to do the local check (claim G8)."""

    unasked: int
    """Pairs of a proposal and a municipality that was never asked."""
    ready_on: date | None
    """From this day on all had it; None while some were not asked."""
    missing: tuple[tuple[Proposal, tuple[Municipality, ...]], ...]
    """Which checks are not done yet."""

    def ready(self, day: date) -> bool:
        return self.ready_on is not None and self.ready_on <= day


@dataclass(frozen=True, slots=True)
class Standing:
    round: Round
    day: date
    polls: tuple[Poll, ...]
    proposals: tuple[Proposal, ...]
    """What can still be chosen, in the order of the lot."""
    gone: tuple[Proposal, ...]
    """What was taken off the meadow, or decided about elsewhere, since the round opened."""
    members: tuple[Municipality, ...]
    chance: Chance

    @property
    def silent(self) -> list[Municipality]:
        """Who did not hand in anything."""
        return [one.municipality for one in self.polls if not one.handed_in]

    @property
    def problems(self) -> list[str]:
        """Everything for which it cannot be closed now; empty when it can."""
        found = []
        if self.silent and self.round.closes_on >= self.day:
            words = {
                "day": date_format(self.round.closes_on, "j F"),
                "names": ", ".join(one.name for one in self.silent),
            }
            found.append(_("Stemmen kan nog tot en met %(day)s. Nog niet gestemd: %(names)s.") % words)
        if not self.chance.ready(self.day):
            found.append(self._no_chance())
        if not any(one.counting for one in self.polls):
            found.append(_("Geen enkele stembrief telt: er valt niets te beslissen."))
        if not self.proposals:
            found.append(_("Geen enkel voorstel staat nog op de weide."))
        return found

    def _no_chance(self) -> str:
        if self.chance.ready_on is None:
            return _("Nog niet elke gemeente werd om haar lokale toets gevraagd.")
        day = date_format(self.chance.ready_on, "j F")
        return _("Pas vanaf %(day)s had elke gemeente zeven dagen voor haar lokale toets.") % {"day": day}


def standing_of(round: Round, day: date, *, lock: bool = False) -> Standing:
    """A constant number of queries. With `lock`, actions and mandates are held until the end of the transaction."""
    proposals = proposals_of(round)
    keys = [one.action_id for one in proposals]
    if lock:
        rows = Action.objects.select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk")
        held = {one.pk: one for one in rows.select_related("partnership")}
        for one in proposals:
            one.action = held[one.action_id]
    open_ones = [one for one in proposals if is_open(one.action)]
    members = members_of(round.partnership)
    return Standing(
        round=round,
        day=day,
        polls=tuple(polls_of(round, day, lock=lock)),
        proposals=tuple(open_ones),
        gone=tuple(one for one in proposals if not is_open(one.action)),
        members=tuple(members),
        chance=chance_of(open_ones, members, day),
    )


def chance_of(proposals: Sequence[Proposal], members: Sequence[Municipality], day: date) -> Chance:
    """Three queries."""
    actions = [one.action for one in proposals]
    days, checks = chance_days(actions, members, day), checks_of(actions)
    waiting = {
        one.pk: tuple(who for who in members if who.pk not in checks[one.action_id]) for one in proposals
    }
    every = [days[one.action_id][who.pk] for one in proposals for who in members]
    return Chance(
        unasked=sum(when is None for when in every),
        ready_on=None if None in every else max((when for when in every if when), default=day),
        missing=tuple((one, waiting[one.pk]) for one in proposals if waiting[one.pk]),
    )


def red_lines_of(round: Round) -> list[Line]:
    """Reasons to talk, shown to all while there is still time to: one query."""
    rows = Line.objects.filter(ballot__round=round, ballot__handed_in_at__isnull=False).exclude(red_line="")
    return list(rows.select_related("ballot__municipality", "proposal").order_by("proposal__place", "pk"))
