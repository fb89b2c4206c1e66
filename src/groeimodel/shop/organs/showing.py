"""What the pages of organs show, put together from rows, rules and words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from groeimodel.content.forms import form_of
from groeimodel.foundation.partners.models import Appointment, Membership, Municipality, Partnership, Tenure
from groeimodel.foundation.people.models import Person
from groeimodel.rules.organs import Bounds, Check, Heads, Place, Rule, checks_of, problems_of_term
from groeimodel.shop.organs.models import Occupancy, Organ, OrganSeat, Term
from groeimodel.shop.organs.selectors import Seated, organs_of, seats_by_organ, seats_on
from groeimodel.shop.organs.standing import Standing, current_of, standing_of, terms_of
from groeimodel.shop.organs.statutes import Applied, applied, limits_of, statute_for
from groeimodel.shop.organs.wording import PROBLEMS, TITLES, check_in_words, statute_in_words


@dataclass(frozen=True, slots=True)
class Checked:
    """A check in words, with the rule that it comes from."""

    check: Check
    title: str
    says: str
    applied: Applied | None
    """None for what needs no rule, such as an empty seat."""


@dataclass(frozen=True, slots=True)
class OrganShown:
    organ: Organ
    seats: tuple[Seated, ...]
    checks: tuple[Checked, ...]

    @property
    def voting(self) -> list[Seated]:
        return [one for one in self.seats if not one.advisory]

    @property
    def advising(self) -> list[Seated]:
        return [one for one in self.seats if one.advisory]

    @property
    def vacant(self) -> int:
        return sum(one.person is None for one in self.voting)

    @property
    def failing(self) -> list[Checked]:
        return [one for one in self.checks if one.check.result == "fails"]


@dataclass(frozen=True, slots=True)
class Structure:
    """The page of all organs."""

    organs: tuple[OrganShown, ...]
    standing: Standing | None
    problems: tuple[tuple[str, Rule | None], ...]
    """What does not fit with the term, with the rule."""


def members_of(partnership: Partnership) -> list[Municipality]:
    """The municipalities of today, by name: one query."""
    rows = Membership.objects.filter(partnership=partnership, ends=None).select_related("municipality")
    return [one.municipality for one in rows.order_by("municipality__name")]


def structure_of(partnership: Partnership, today: date) -> Structure:
    """Everything of today: a constant number of queries."""
    organs, members = organs_of(partnership, today), members_of(partnership)
    seats = seats_by_organ(organs, today)
    standing = standing_today(partnership, today)
    return Structure(
        tuple(_shown(one, seats.get(one.pk, []), members) for one in organs),
        standing,
        tuple(problems_of(standing.term)) if standing else (),
    )


def organ_of(organ: Organ, today: date) -> OrganShown:
    return _shown(organ, seats_on(organ, today), members_of(organ.partnership))


def standing_today(partnership: Partnership, today: date) -> Standing | None:
    term = current_of(terms_of(partnership), today)
    return standing_of(term, today) if term else None


def problems_of(term: Term) -> list[tuple[str, Rule | None]]:
    """Where a term does not fit with the rules of its form; said, never forbidden: not every rule is confirmed."""
    form = form_of(term.form)
    years, elections = form.value("term_years"), form.value("election_year")
    bounds = Bounds(years if isinstance(years, int) else 0, elections is not False)
    found = problems_of_term(
        _day(term.starts), _day(term.ends) if term.ends else None, bounds, renews=bool(term.replaces_id)
    )
    rules = {"too_long": "term_years", "no_end": "term_years", "election_year": "election_year"}
    return [(str(PROBLEMS[one]), form.rule(rules.get(one, ""))) for one in found]


def _day(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def _shown(organ: Organ, seats: Sequence[Seated], members: Sequence[Municipality]) -> OrganShown:
    rules = applied(organ)
    names = {one.pk: one.name for one in members}
    found = checks_of(
        [_place(one) for one in seats],
        members=[one.pk for one in members],
        limits=limits_of(organ),
        heads=heads_of(organ),
    )
    checks = tuple(
        Checked(one, str(TITLES[one.id]), check_in_words(one, names), rules.get(one.id)) for one in found
    )
    return OrganShown(organ, tuple(seats), checks)


def heads_of(organ: Organ) -> Heads | None:
    if organ.women is None or organ.men is None:
        return None
    return Heads(organ.women, organ.men, organ.others or 0)


def _place(one: Seated) -> Place:
    sits = one.occupancy
    return Place(
        key=one.pk,
        municipality=one.municipality.today if one.municipality else None,
        filled=sits is not None,
        advisory=one.advisory,
        opposition=one.seat.opposition,
        capacity=sits.capacity if sits else "",
        incompatible=sits.incompatible if sits else None,
    )


@dataclass(frozen=True, slots=True)
class RulesShown:
    """How an organ meets and votes, in words, and what else holds for it."""

    rows: tuple[tuple[str, str], ...]
    own: bool
    others: tuple[Applied, ...]


def rules_of(organ: Organ) -> RulesShown:
    return RulesShown(
        tuple(statute_in_words(statute_for(organ))),
        bool(organ.statute),
        tuple(one for one in applied(organ).values() if one.rule.text),
    )


def history_of(organ: Organ) -> list[Occupancy]:
    """Who sat in it before, the last first: one query."""
    rows = Occupancy.objects.filter(seat__organ=organ, ends__isnull=False)
    return list(rows.select_related("person", "seat__municipality").order_by("-ends", "-pk")[:60])


def people_of(partnership: Partnership) -> list[Person]:
    """Who can be asked for a place: whoever has a part here, and whoever sits or sat in an organ. Four queries."""
    keys = set(
        Tenure.objects.filter(
            ends=None, seat__membership__partnership=partnership, seat__membership__ends=None
        ).values_list("person", flat=True)
    )
    keys |= set(
        Appointment.objects.filter(partnership=partnership, ends=None)
        .exclude(kind=Appointment.Kind.GUEST)
        .values_list("person", flat=True)
    )
    keys |= set(
        Occupancy.objects.filter(seat__organ__partnership=partnership).values_list("person", flat=True)
    )
    return list(Person.objects.filter(pk__in=keys, erased_at=None).order_by("name", "pk"))


def seat_history(seat: OrganSeat) -> list[Occupancy]:
    """Who sat there, and in the seats that it goes on from, the last first."""
    keys, at = [seat.pk], seat
    while at.replaces_id is not None and len(keys) < 9:
        keys.append(at.replaces_id)
        assert at.replaces is not None
        at = at.replaces
    rows = Occupancy.objects.filter(seat__in=keys).select_related("person", "seat__municipality")
    return list(rows.order_by("-starts", "-pk"))


def templates_for(partnership: Partnership, there: Mapping[str, object]) -> list[tuple[str, str, str, bool]]:
    """Organs that the form knows and that are not there yet: kind, name, what it is for, standard."""
    form = form_of(partnership.legal_form)
    return [(one.kind, one.name, one.what, one.standard) for one in form.organs if one.kind not in there]
