"""The meadow of an example partnership: seeds, joint decisions on mandates, and what grew of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_DOWN, Decimal

from groeimodel.demo.kit import Plant, Planted, Resolve, moment
from groeimodel.foundation.decisions import services as decisions
from groeimodel.foundation.decisions.models import Decision, Voice
from groeimodel.foundation.decisions.services import MatterSaid, Taken, VoiceSaid
from groeimodel.foundation.mandates import services as mandates
from groeimodel.foundation.mandates.models import Mandate
from groeimodel.foundation.mandates.services import Proposal
from groeimodel.foundation.partners.models import Municipality, Seat
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.actions import services as actions
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.services import Share

CENT = Decimal("0.01")
MANDATES_ENDED = 30
"""Days ago: the mandates of these decisions are over; those of today are told elsewhere."""


@dataclass(frozen=True, slots=True)
class Grown:
    """A plant with its action, and the decision that it waits for."""

    plant: Plant
    action: Action
    resolve: Resolve | None


def grow(planted: Planted) -> None:
    """Sow everything, decide together, and lead each action to where it stands today; the scope must be open."""
    rows = [
        Grown(one, _sow(one, planted), _resolve_of(one, planted.story.resolves))
        for one in sorted(planted.story.plants, key=lambda one: -one.days)
    ]
    held = _give_mandates(planted) if planted.story.resolves else {}
    for resolve in planted.story.resolves:
        _decide(resolve, [one for one in rows if one.resolve == resolve], held, planted)
    for one in rows:
        _bloom(one, planted)


def look_at_neighbours(planted: Planted) -> None:
    """What somebody saw on another plot and wants to try too: last of all, for it bears the same name."""
    for title, where in planted.story.tries:
        seen = Action.objects.get(partnership=planted.partnership, title=title, came_from=None)
        officer = planted.seat(where, Seat.Role.OFFICER)
        actions.try_too(action=seen, plot=planted.municipality(where), actor=officer)


def _ran(one: Plant) -> bool:
    return one.stage in ("flower", "harvest") or (one.stage == "compost" and bool(one.end))


def _resolve_of(one: Plant, resolves: Sequence[Resolve]) -> Resolve | None:
    """The last decision before a shared action began."""
    if one.plot or not _ran(one):
        return None
    return min((each for each in resolves if each.days >= -one.start), key=lambda each: each.days)


def _sow(one: Plant, planted: Planted) -> Action:
    """An idea that runs or ran was worked out halfway to its start; a seedling halfway to today."""
    taken, gardener = planted.day(one.days), _gardener(one, planted)
    action = actions.take_down_seed(
        partnership=planted.partnership,
        title=one.title,
        text=one.text,
        species=one.species,
        on=taken,
        plot=planted.municipality(one.plot) if one.plot else None,
        actor=gardener,
        at=moment(taken),
    )
    if _ran(one) or one.stage == "seedling":
        until = -one.start if _ran(one) else 0
        actions.work_out(
            action=action,
            gardener=gardener,
            reason="Het kwam terug op een overleg: er is vraag naar.",
            estimate=None if one.budget is None else Decimal(one.budget),
            at=moment(planted.day(until + 2 * (one.days - until) // 3)),
        )
    return action


def _gardener(one: Plant, planted: Planted) -> Person | None:
    """The officer of the plot; on the shared meadow the officers take turns."""
    names = [member.name for member in planted.story.members]
    where = one.plot or names[one.days % len(names)]
    return planted.seat(where, Seat.Role.OFFICER)


def _give_mandates(planted: Planted) -> Mapping[Municipality, Mandate]:
    """To the officer of each member with both seats filled, from the day that the officer sits there."""
    found = {}
    for member in planted.story.members:
        alderman, officer = (
            planted.seat(member.name, role) for role in (Seat.Role.ALDERMAN, Seat.Role.OFFICER)
        )
        if alderman is None or officer is None or member.name in planted.story.silent:
            continue
        where = planted.municipality(member.name)
        starts = planted.day(364 if member.officer_before else 420)
        proposal = Proposal(
            municipality=where,
            kind=Mandate.Kind.DECIDE,
            holder=officer,
            starts=starts,
            ends=planted.day(MANDATES_ENDED),
            amount=Decimal(planted.story.bound),
            purpose="Samen acties kiezen",
        )
        found[where] = mandates.give(
            partnership=planted.partnership, proposal=proposal, actor=alderman, at=moment(starts)
        )
    return found


def _decide(
    resolve: Resolve, rows: Sequence[Grown], held: Mapping[Municipality, Mandate], planted: Planted
) -> None:
    """One decision about several actions; whose mandate holds that day, pays an equal part of each."""
    on = planted.day(resolve.days)
    counted = [where for where, mandate in held.items() if mandate.starts <= on]
    shares = {one.action.pk: _split(one.plant, counted) for one in rows}
    pays = {
        where: sum((some.get(where, Decimal(0)) for some in shares.values()), Decimal(0)) for where in counted
    }
    for where, amount in pays.items():
        holder = held[where].holder
        mandates.use(mandate=held[where], on=on, amount=amount, what=resolve.title, actor=holder)
    taken = Taken(
        title=resolve.title,
        text=resolve.text,
        way=Decision.Way.AGREED,
        matters=[
            MatterSaid(one.action.key, one.plant.title, True, Decimal(one.plant.budget or 0)) for one in rows
        ],
        voices=[_voice(member.name, held, pays, on, planted) for member in planted.story.members],
    )
    decision = decisions.take_decision(partnership=planted.partnership, taken=taken, on=on, at=moment(on))
    for one in rows:
        actions.adopt(
            action=one.action,
            decision=decision,
            budget=Decimal(one.plant.budget or 0),
            shares=[Share(where, amount) for where, amount in shares[one.action.pk].items()],
        )


def _split(one: Plant, counted: Sequence[Municipality]) -> dict[Municipality, Decimal]:
    """In equal parts, to the cent; the first takes what is left. Every third action is of all but one."""
    some = [where for at, where in enumerate(counted) if one.days % 3 or at != one.days % len(counted)]
    total = Decimal(one.budget or 0)
    part = (total / len(some)).quantize(CENT, ROUND_DOWN)
    return {where: part if at else total - part * (len(some) - 1) for at, where in enumerate(some)}


def _voice(
    name: str,
    held: Mapping[Municipality, Mandate],
    pays: Mapping[Municipality, Decimal],
    on: date,
    planted: Planted,
) -> VoiceSaid:
    where = planted.municipality(name)
    if where in pays:
        mandate = held[where]
        return VoiceSaid(where, Voice.Stance.FOR, True, mandate.holder, mandate, pays[where])
    alderman = planted.seat(name, Seat.Role.ALDERMAN)
    if alderman is None:
        return VoiceSaid(
            where, Voice.Stance.SILENT, False, why_not="Er zat niemand om voor de gemeente te spreken."
        )
    return VoiceSaid(
        where, Voice.Stance.FOR, False, alderman, why_not="Er was nog geen mandaat om te beslissen."
    )


def _bloom(grown: Grown, planted: Planted) -> None:
    """From its start to where it stands."""
    one, action = grown.plant, grown.action
    starts, ends = (planted.today + timedelta(days=days) for days in (one.start, one.end))
    if _ran(one):
        bounds = actions.Bounds(starts, ends, None if one.budget is None else Decimal(one.budget))
        actions.start_action(action=action, bounds=bounds, gardener=action.gardener, at=moment(starts))
        actions.report_progress(
            action=action,
            progress=one.progress,
            result=one.result,
            at=moment(min(ends, planted.day(12))),
        )
    if one.stage == "harvest":
        actions.pick(action=action, result=one.result, reason=one.came, at=moment(ends))
    if one.stage == "compost":
        stopped = ends if _ran(one) else planted.day(one.days // 3)
        actions.compost(action=action, lesson=one.lesson, at=moment(min(stopped, planted.today)))
