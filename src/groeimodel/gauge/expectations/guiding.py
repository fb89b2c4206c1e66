"""The conversation guide: the cards of a round in words, with the forms for what is agreed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.gauge.expectations.forms import AgreementForm
from groeimodel.gauge.expectations.models import Agreement, Round
from groeimodel.gauge.expectations.presenting import figure
from groeimodel.gauge.expectations.results import Result, result_of
from groeimodel.rules.gauge import Card
from groeimodel.soil.meetings import services as meetings
from groeimodel.soil.meetings.inviting import everybody
from groeimodel.soil.meetings.models import Item, Meeting


@dataclass(frozen=True, slots=True)
class GuideCard:
    number: int
    key: str
    text: str
    kind: str
    why: str
    figures: str
    question: str
    agreements: tuple[Agreement, ...]
    form: AgreementForm


@dataclass(frozen=True, slots=True)
class Guide:
    result: Result
    cards: tuple[GuideCard, ...]
    loose: AgreementForm
    """For what is agreed about nothing in particular."""
    loose_agreements: tuple[Agreement, ...]


def guide_of(round: Round, people: Sequence[Person], bad: AgreementForm | None, about: str) -> Guide:
    """`bad` is a form that was sent with mistakes in it, for the card `about`."""
    result = result_of(round)
    agreed = list(Agreement.objects.filter(round=round).select_related("owner").order_by("pk"))
    shown = {one.item for one in result.cards}

    def form(key: str) -> AgreementForm:
        return (
            bad if bad is not None and key == about else AgreementForm(people=people, auto_id=f"id_{key}_%s")
        )

    return Guide(
        result=result,
        cards=tuple(
            _card(number, card, result, [one for one in agreed if one.about == card.item], form(card.item))
            for number, card in enumerate(result.cards, start=1)
        ),
        loose=form(""),
        loose_agreements=tuple(one for one in agreed if one.about not in shown),
    )


def _card(
    number: int, card: Card, result: Result, agreed: Sequence[Agreement], form: AgreementForm
) -> GuideCard:
    return GuideCard(
        number=number,
        key=card.item,
        text=result.texts[card.item],
        kind=card.kind,
        why=why_of(card),
        figures=figures_of(card),
        question=question_of(card, result.questions[card.item]),
        agreements=tuple(agreed),
        form=form,
    )


def why_of(card: Card) -> str:
    if card.kind == "roles":
        return (
            _("Schepenen vinden dit belangrijker")
            if card.about == "alderman"
            else _("Ambtenaren vinden dit belangrijker")
        )
    if card.kind == "misread":
        return (
            _("Schepenen schatten hun ambtenaar anders in")
            if card.about == "alderman"
            else _("Ambtenaren schatten hun schepen anders in")
        )
    if card.kind == "spread":
        return (
            _("Verdeeld over hoe belangrijk het is")
            if card.on == "importance"
            else _("Verdeeld over hoe goed het lukt")
        )
    return _("Belangrijk, en het lukt nog niet") if card.kind == "unmet" else _("Dit gaat goed")


def figures_of(card: Card) -> str:
    """The figures behind the card; every value is on the scale of 1 to 5."""
    one = card.of
    if card.kind == "roles":
        return _("Schepenen geven gemiddeld %(a)s voor hoe belangrijk het is, ambtenaren %(o)s.") % {
            "a": figure(one.alderman),
            "o": figure(one.officer),
        }
    if card.kind == "misread":
        return _misread(card)
    both = {"i": figure(one.importance), "f": figure(one.fulfilment)}
    if card.kind == "spread":
        values = [getattr(dot, card.on) for dot in one.dots if getattr(dot, card.on) is not None]
        told = {"low": figure(min(values), 0), "high": figure(max(values), 0)}
        return _("De antwoorden lopen van %(low)s tot %(high)s. Gemiddeld: belangrijk %(i)s, lukt %(f)s.") % {
            **told,
            **both,
        }
    return _("Belangrijk: %(i)s op 5. Lukt: %(f)s op 5.") % both


def _misread(card: Card) -> str:
    one = card.of
    guess, off = (
        (one.guess_of_alderman, one.misread_by_alderman)
        if card.about == "alderman"
        else (one.guess_of_officer, one.misread_by_officer)
    )
    if guess is None or off is None:
        return ""
    told = {"guess": figure(guess), "answer": figure(guess - off)}
    if card.about == "alderman":
        return _("Schepenen dachten dat hun ambtenaar %(guess)s zou geven. Het was %(answer)s.") % told
    return _("Ambtenaren dachten dat hun schepen %(guess)s zou geven. Het was %(answer)s.") % told


def question_of(card: Card, own: str) -> str:
    """The question of the expectation itself where it has one; otherwise one that fits the kind of card."""
    if own:
        return own
    return {
        "unmet": _("Wat zou één stap zijn om dit beter te laten lukken?"),
        "spread": _("Wie wil vertellen waarom het voor hem of haar zo is?"),
        "roles": _("Wat zien schepenen hier dat ambtenaren niet zien, en omgekeerd?"),
        "misread": _("Hoe komt het dat we elkaar hier anders inschatten?"),
        "met": _("Waardoor lukt dit? Wat doen we zeker zo verder?"),
    }[card.kind]


def people_of(partnership: Partnership) -> list[Person]:
    """Everyone who can take an agreement upon them: two queries."""
    return [one.person for one in everybody(partnership)]


def next_meeting(partnership: Partnership) -> Meeting | None:
    rows = Meeting.objects.filter(partnership=partnership, cancelled_at=None, ends__gte=timezone.now())
    return rows.select_related("partnership").order_by("starts").first()


def put_on_agenda(meeting: Meeting, round: Round, actor: Person) -> bool:
    """Whether it was new there."""
    title = _("Wat verwachten we van elkaar?")
    if Item.objects.filter(meeting=meeting, title=title).exists():
        return False
    asked = _("Kies samen twee of drie kaarten van de gespreksgids en spreek iets af.")
    meetings.add_item(
        meeting=meeting, new=meetings.NewItem(title=title, asked=asked, minutes=30), actor=actor
    )
    return True
