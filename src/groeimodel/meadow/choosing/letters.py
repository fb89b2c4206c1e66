"""Mails of a round. A ballot or a layout is given from the mail: one button, no signing in, a few minutes on a phone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_scopes import scopes_disabled

from groeimodel.foundation import links
from groeimodel.foundation.mail.services import Action, Letter, post
from groeimodel.foundation.partners.models import Appointment, Municipality, Tenure
from groeimodel.foundation.partners.selectors import appointments_of
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.choosing.covering import euro
from groeimodel.meadow.choosing.models import Ballot, Proposal, Round
from groeimodel.meadow.choosing.polling import Poll, Voter

ASK, NEWS = "choosing.ask", "choosing.news"
PURPOSES = {"ballot": "choosing.ballot", "layout": "choosing.layout"}
DAYS = 400
"""Longer than any round: a closing day may be moved. The page behind a link says when its round is over."""
Do = Literal["ballot", "layout"]


@dataclass(frozen=True, slots=True)
class Opened:
    """For what, and for whom a link was made."""

    round: Round
    municipality: Municipality
    person: Person


def link_for(round: Round, municipality: Municipality, person: Person, do: Do = "ballot") -> str:
    """An address for this person, municipality and purpose only."""
    payload = {"round": round.pk, "municipality": municipality.pk, "person": person.pk}
    return reverse(f"choosing:{do}_by_link", args=[links.sign(PURPOSES[do], payload, days=DAYS)])


def open_link(token: str, do: Do) -> Opened:
    """Read a link; a municipality that merged leads to the one that speaks for it now.

    Raises:
        links.Expired, links.Invalid: it is too old, or was changed; the round or person is not here any more.
    """
    payload = links.read(PURPOSES[do], token)
    with scopes_disabled():
        round = Round.objects.select_related("partnership").filter(pk=payload["round"]).first()
    rows = Municipality.objects.select_related("merged_into")
    municipality = rows.filter(pk=payload["municipality"]).first()
    person = Person.objects.filter(pk=payload["person"], is_active=True, erased_at=None).first()
    if round is None or municipality is None or person is None:
        raise links.Invalid
    return Opened(round, municipality.merged_into or municipality, person)


def ask_layout(round: Round, polls: Iterable[Poll]) -> int:
    """Ask every alderman how the budget should spread; returns how many mails."""
    sent = 0
    for poll in polls:
        for voter in poll.voters:
            if not voter.alderman:
                continue
            letter = Letter(
                subject=_("Hoe verdelen we het budget? %(title)s") % {"title": round.title},
                paragraphs=[
                    _(
                        "Voor jullie kiezen wat er groeit, kies je de indeling: welk deel van het budget gaat naar "
                        "evenementen, vorming, kampen, participatie en ontmoeting?"
                    ),
                    _("Vijf cijfers, één minuut, ook op je telefoon."),
                ],
                action=Action(
                    _("Geef je indeling"), link_for(round, poll.municipality, voter.person, "layout")
                ),
                after=[
                    _("Dat kan tot en met %(day)s. Daarna krijg je de voorstellen.")
                    % {"day": date_format(round.layout_until, "l j F") if round.layout_until else ""},
                    _("Deze link is van jou alleen: stuur hem niet door."),
                ],
            )
            sent += _post(ASK, voter.person, letter, round)
    return sent


def ask_ballots(round: Round, polls: Iterable[Poll], *, again: bool = False) -> int:
    """Ask everybody who may fill in a ballot; `again` only where none was handed in. Returns how many mails."""
    count = round.proposals.count()
    sent = 0
    for poll in polls:
        if again and poll.handed_in:
            continue
        for voter in poll.voters:
            sent += _post(ASK, voter.person, _ballot(round, poll, voter, count, again), round)
    return sent


def _ballot(round: Round, poll: Poll, voter: Voter, count: int, again: bool) -> Letter:
    words = {"where": poll.municipality.name, "title": round.title, "amount": euro(poll.stake.own)}
    subject = (
        _("Nog even: de stem van %(where)s voor ‘%(title)s’")
        if again
        else _("Geef de stem van %(where)s: ‘%(title)s’")
    )
    what = ngettext(
        "Er ligt %(n)s voorstel klaar. Zeg hoe graag jullie het willen, en bij welk doel van jullie beleid het past.",
        "Er liggen %(n)s voorstellen klaar. Zeg bij elk hoe graag jullie het willen, en bij welk doel van jullie beleid het past.",
        count,
    )
    puts_in = [_("%(where)s legt € %(amount)s in.") % words] if poll.stake.own else []
    return Letter(
        subject=subject % words,
        paragraphs=[what % {"n": count}, *puts_in, rests_on(poll, voter)],
        action=Action(_("Geef de stem"), link_for(round, poll.municipality, voter.person)),
        after=[
            _("Het duurt enkele minuten, ook op je telefoon. Stemmen en veranderen kan tot en met %(day)s.")
            % {"day": date_format(round.closes_on, "l j F")},
            _("Deze link is van jou alleen: stuur hem niet door."),
        ],
    )


def rests_on(poll: Poll, voter: Voter) -> str:
    """On which mandate a ballot of this voter rests, or what to do about it."""
    if voter.cover.counts:
        return _("Je stem telt. %(words)s") % {"words": voter.cover.words}
    words = {"why": voter.cover.why_not, "name": ", ".join(_others(poll, voter))}
    if words["name"]:
        return (
            _(
                "%(why)s Jouw stem wordt bewaard en getoond; die van %(name)s telt, want die heeft een mandaat."
            )
            % words
        )
    return _("%(why)s Je stem wordt bewaard en getoond, maar telt pas mee met een mandaat.") % words


def _others(poll: Poll, voter: Voter) -> list[str]:
    return [str(one.person) for one in poll.voters if one.cover.counts and one.person != voter.person]


def tell_noted(ballot: Ballot) -> None:
    """Tell a holder that the coordinator noted a ballot that came by phone: it is theirs, and they may change it."""
    round = ballot.round
    words = {"who": str(ballot.cast_by), "where": ballot.municipality.name, "title": round.title}
    letter = Letter(
        subject=_("Je stem voor %(where)s is genoteerd") % words,
        paragraphs=[
            _("%(who)s noteerde in jouw naam de stem van %(where)s voor ‘%(title)s’.") % words,
            _("Klopt het niet helemaal? Je kunt alles nog veranderen."),
        ],
        action=Action(_("Bekijk of verander de stem"), link_for(round, ballot.municipality, ballot.person)),
        after=[_("Dat kan tot en met %(day)s.") % {"day": date_format(round.closes_on, "l j F")}],
    )
    _post(NEWS, ballot.person, letter, round)


def tell_withdrawn(round: Round, polls: Sequence[Poll]) -> None:
    """Tell everybody who was asked."""
    letter = Letter(
        subject=_("De kiesronde ‘%(title)s’ is ingetrokken") % {"title": round.title},
        paragraphs=[
            _("Er wordt over deze voorstellen nu niet beslist. De reden:"),
            round.withdrawn_why,
        ],
        action=Action(_("Bekijk de ronde"), round.get_absolute_url()),
    )
    for person in {voter.person for poll in polls for voter in poll.voters}:
        _post(NEWS, person, letter, round)


def in_one_sentence(proposals: Sequence[Proposal], chosen: Sequence[int], budget: Fraction) -> str:
    """'Gekozen: Bus en Tent, samen € 2.000 van € 6.000.' `chosen` numbers the proposals, in order of choice."""
    if not chosen:
        return _("Er is niets gekozen: geen enkel voorstel kreeg genoeg steun.")
    names = [str(proposals[number]) for number in chosen]
    cost = sum((proposals[number].cost for number in chosen), Decimal(0))
    words = {
        "names": names[0]
        if len(names) == 1
        else _("%(first)s en %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]},
        "cost": euro(cost),
        "budget": euro(Decimal(int(budget * 100)) / 100),
    }
    if len(names) == 1:
        return _("Gekozen: %(names)s, voor € %(cost)s van € %(budget)s.") % words
    return _("Gekozen: %(names)s, samen € %(cost)s van € %(budget)s.") % words


def tell_result(round: Round, polls: Sequence[Poll], sentence: str, paid: Mapping[int, Decimal]) -> int:
    """To everybody on a seat, and whoever holds a mandate or coordinates: the result in one sentence, and what it asks of
    their own municipality. Returns how many mails."""
    readers: dict[Person, set[int]] = {}
    tenures = Tenure.objects.filter(
        ends=None, seat__membership__ends=None, seat__membership__partnership=round.partnership
    )
    for tenure in tenures.select_related("person", "seat__membership"):
        readers.setdefault(tenure.person, set()).add(tenure.seat.membership.municipality_id)
    for one in appointments_of(round.partnership):
        if one.kind == Appointment.Kind.COORDINATOR:
            readers.setdefault(one.person, set())
    for poll in polls:
        for voter in poll.voters:
            readers.setdefault(voter.person, set()).add(poll.municipality.pk)
    places = {poll.municipality.pk: poll for poll in polls}
    sent = 0
    for person, where in sorted(readers.items(), key=lambda pair: pair[0].pk):
        letter = Letter(
            subject=_("Er is gekozen: ‘%(title)s’") % {"title": round.title},
            paragraphs=[sentence, *(_for_place(places[key], paid) for key in sorted(where) if key in places)],
            action=Action(_("Bekijk wat er gekozen is, en waarom"), round.get_absolute_url()),
        )
        sent += _post(NEWS, person, letter, round)
    return sent


def _for_place(poll: Poll, paid: Mapping[int, Decimal]) -> str:
    """What the result asks of one municipality."""
    words = {"where": poll.municipality.name, "amount": euro(paid.get(poll.municipality.pk, Decimal(0)))}
    pays = _("%(where)s betaalt € %(amount)s.") % words
    if poll.counting is not None:
        return pays
    why = poll.handed_in[0].why_not if poll.handed_in else _("Er kwam geen stembrief.")
    silent = _("De stem van %(where)s telde niet mee. %(why)s") % (words | {"why": why})
    return f"{silent} {pays}" if poll.municipality.pk in paid else silent


def ask_to_close(round: Round) -> int:
    """Ask who coordinates to close a round of which the last day is over; returns how many mails."""
    letter = Letter(
        subject=_("Sluit de kiesronde ‘%(title)s’") % {"title": round.title},
        paragraphs=[
            _("De laatste dag om te stemmen is voorbij. De partners wachten op de uitslag."),
            _("Op één pagina kijk je na wie stemde en op welk mandaat. Dan sluit je de ronde."),
        ],
        action=Action(
            _("Kijk na en sluit"), reverse("choosing:close", args=[round.partnership.slug, round.pk])
        ),
    )
    people = [
        one.person for one in appointments_of(round.partnership) if one.kind == Appointment.Kind.COORDINATOR
    ]
    return sum(_post(ASK, one, letter, round) for one in people)


def _post(kind: str, to: Person, letter: Letter, round: Round) -> bool:
    return post(kind=kind, to=to, letter=letter, partnership=round.partnership) is not None
