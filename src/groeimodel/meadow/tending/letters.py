"""Mails about the care of actions: a question above the bound, its answer, and what asks for attention."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django_scopes import scopes_disabled

from groeimodel.foundation import links
from groeimodel.foundation.mail.services import Action as Button
from groeimodel.foundation.mail.services import Letter, post
from groeimodel.foundation.mandates.selectors import alderman_of
from groeimodel.foundation.partners.models import Appointment
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.tending.models import Expense
from groeimodel.meadow.tending.money import in_euro
from groeimodel.meadow.tending.signals import what_to_do

PURPOSE = "tending.answer"
DAYS = 45
"""How long the link in a mail works."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a link is for, and for whom it was made."""

    expense: Expense
    person: Person


def page_of(action: Action, part: str = "") -> str:
    url = reverse("tending:action", args=[action.partnership.slug, action.pk])
    return f"{url}#{part}" if part else url


def link_for(expense: Expense, person: Person) -> str:
    token = links.sign(PURPOSE, {"expense": expense.pk, "person": person.pk}, days=DAYS)
    return reverse("tending:by_link", args=[token])


def open_link(token: str) -> Opened:
    """Read a link; the partnership is the one of its expense.

    Raises:
        links.Expired, links.Invalid: it is too old or was changed, or the question was taken back.
    """
    payload = links.read(PURPOSE, token)
    with scopes_disabled():
        expense = (
            Expense.objects.select_related(
                "action__partnership", "action__plot__merged_into", "noted_by", "payer"
            )
            .filter(pk=payload["expense"])
            .first()
        )
    person = Person.objects.filter(pk=payload["person"], is_active=True, erased_at=None).first()
    if expense is None or person is None:
        raise links.Invalid
    return Opened(expense, person)


def answerers(action: Action) -> list[Person]:
    """Who answers what goes above the bound: who coordinates, or the alderman of the plot. One query."""
    if action.plot is not None:
        alderman = alderman_of(action.partnership, action.plot.merged_into or action.plot)
        return [alderman] if alderman is not None else []
    rows = Appointment.objects.filter(partnership=action.partnership, kind="coordinator", ends=None)
    return [one.person for one in rows.select_related("person").order_by("pk")]


def in_words(expense: Expense) -> str:
    words = {
        "amount": in_euro(expense.amount),
        "what": expense.what,
        "title": expense.action.title,
        "day": date_format(expense.on, "j F Y"),
    }
    return _("%(amount)s voor %(what)s, op %(day)s, bij de actie '%(title)s'.") % words


def ask(expense: Expense) -> None:
    """Mail the question to whoever answers it."""
    action = expense.action
    bound = in_euro(action.bound) if action.bound is not None else ""
    for person in answerers(action):
        letter = Letter(
            subject=_("Is deze uitgave goed? %(amount)s voor '%(title)s'")
            % {"amount": in_euro(expense.amount), "title": action.title},
            paragraphs=[
                in_words(expense),
                _("De tuinier beslist alleen tot %(bound)s per uitgave. Dit gaat erboven.")
                % {"bound": bound},
            ],
            action=Button(_("Bekijk en antwoord"), link_for(expense, person)),
            after=[_("Aanmelden hoeft niet. Deze link is van jou alleen: stuur hem niet door.")],
        )
        post(kind="tending.question", to=person, letter=letter, partnership=action.partnership)


def tell_answer(expense: Expense) -> None:
    """Tell whoever noted it what was answered."""
    if expense.noted_by is None or expense.noted_by == expense.answered_by:
        return
    given = expense.approval == Expense.Approval.GIVEN
    words = [in_words(expense)]
    if not given:
        words.append(_("De reden: %(reason)s") % {"reason": expense.refusal})
    letter = Letter(
        subject=_("Je uitgave is goedgekeurd") if given else _("Je uitgave is niet goedgekeurd"),
        paragraphs=words,
        action=Button(_("Bekijk de uitgaven"), page_of(expense.action, "uitgaven")),
    )
    post(kind="tending.answer", to=expense.noted_by, letter=letter, partnership=expense.partnership)


def warn(action: Action, kind: str) -> None:
    """Tell the gardener that a `watched` action asks for attention."""
    if action.gardener is None:
        return
    subject, why = what_to_do(action, kind)
    letter = Letter(
        subject=subject,
        paragraphs=[why],
        action=Button(_("Naar de actie"), page_of(action)),
        after=[
            _("Je krijgt hierover maar één mail. Na een week ziet ook wie coördineert dat dit openstaat.")
        ],
    )
    post(kind="tending.signal", to=action.gardener, letter=letter, partnership=action.partnership)
