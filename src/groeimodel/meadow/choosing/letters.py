"""Mails of a round. A ballot or a layout is given from the mail: one button, no signing in, a few minutes on a phone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_scopes import scopes_disabled

from groeimodel.foundation import links
from groeimodel.foundation.mail.services import Action, Letter, post
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.choosing.covering import euro
from groeimodel.meadow.choosing.models import Ballot, Round
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
        return _("Je stem steunt op dit mandaat: %(words)s") % {"words": voter.cover.words}
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


def _post(kind: str, to: Person, letter: Letter, round: Round) -> bool:
    return post(kind=kind, to=to, letter=letter, partnership=round.partnership) is not None
