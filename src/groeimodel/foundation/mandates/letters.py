"""Mails about mandates: the question to an alderman, and the warning before an end. Each has one button.

The button opens a page by a signed link, so that an alderman says yes from the mail, without signing in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from django.urls import reverse
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django_scopes import scopes_disabled

from groeimodel.foundation import links
from groeimodel.foundation.mail.services import Action, Letter, post
from groeimodel.foundation.mandates.models import Mandate
from groeimodel.foundation.mandates.selectors import alderman_of
from groeimodel.foundation.people.models import Person

PURPOSE = "mandates.answer"
DAYS = 45
"""How long the link in a mail works."""
YEAR = timedelta(days=365)
Do = Literal["give", "renew"]


@dataclass(frozen=True, slots=True)
class Opened:
    """What a link is for, and for whom it was made."""

    mandate: Mandate
    person: Person
    do: Do


def link_for(mandate: Mandate, person: Person, do: Do) -> str:
    token = links.sign(PURPOSE, {"mandate": mandate.pk, "person": person.pk, "do": do}, days=DAYS)
    return reverse("mandates:by_link", args=[token])


def open_link(token: str) -> Opened:
    """Read a link; the partnership is the one of its mandate.

    Raises:
        links.Expired, links.Invalid: it is too old, or was changed.
    """
    payload = links.read(PURPOSE, token)
    with scopes_disabled():
        mandate = (
            Mandate.objects.select_related("partnership", "municipality", "holder", "given_by", "asked_by")
            .filter(pk=payload["mandate"])
            .first()
        )
    person = Person.objects.filter(pk=payload["person"], is_active=True, erased_at=None).first()
    if mandate is None or person is None:
        raise links.Invalid
    return Opened(mandate, person, "renew" if payload["do"] == "renew" else "give")


def in_words(mandate: Mandate) -> str:
    """The terms in one sentence: how much, for whom, for what, until when."""
    words = {
        "holder": str(mandate.holder),
        "hours": number_format(mandate.hours.normalize()) if mandate.hours is not None else "",
        "amount": number_format(mandate.amount, 2) if mandate.amount is not None else "",
        "starts": date_format(mandate.starts, "j F Y"),
        "ends": date_format(mandate.ends, "j F Y"),
    }
    if mandate.kind == Mandate.Kind.TIME:
        return (
            _(
                "%(holder)s mag %(hours)s uur per maand werken voor de samenwerking, van %(starts)s tot en met %(ends)s."
            )
            % words
        )
    if mandate.amount is None:
        return _("%(holder)s mag voor de gemeente beslissen, van %(starts)s tot en met %(ends)s.") % words
    return (
        _(
            "%(holder)s mag voor de gemeente beslissen tot %(amount)s euro per beslissing, van %(starts)s tot en met %(ends)s."
        )
        % words
    )


def ask_alderman(mandate: Mandate) -> Person | None:
    """Mail the question to whoever is alderman; None when nobody with an address sits there."""
    alderman = alderman_of(mandate.partnership, mandate.municipality)
    if alderman is None or not alderman.email:
        return None
    who = {"who": str(mandate.asked_by or mandate.holder), "partnership": str(mandate.partnership)}
    paragraphs = [
        _("%(who)s vraagt je een mandaat voor %(partnership)s.") % who,
        in_words(mandate),
        *([_("Waarvoor: %(purpose)s") % {"purpose": mandate.purpose}] if mandate.purpose else []),
    ]
    after = [_("Nee zeggen kan op dezelfde pagina. Een mandaat dat je geeft, kun je altijd weer intrekken.")]
    letter = Letter(
        subject=_("Geef je %(holder)s dit mandaat?") % {"holder": mandate.holder},
        paragraphs=paragraphs,
        action=Action(label=_("Bekijk en geef het mandaat"), url=link_for(mandate, alderman, "give")),
        after=after,
    )
    post(kind="mandates.question", to=alderman, letter=letter, partnership=mandate.partnership)
    return alderman


def tell_answer(mandate: Mandate) -> None:
    """Tell whoever asked what the alderman said."""
    if mandate.asked_by is None or not mandate.asked_by.email:
        return
    given = mandate.given_at is not None
    reason = [_("De reden: %(reason)s") % {"reason": mandate.refusal}] if mandate.refusal else []
    letter = Letter(
        subject=_("Je mandaat is gegeven") if given else _("Je mandaat is niet gegeven"),
        paragraphs=[in_words(mandate)]
        if given
        else [_("Je vroeg een mandaat, en het antwoord is nee."), *reason],
        action=Action(
            label=_("Bekijk de mandaten"), url=reverse("mandates:list", args=[mandate.partnership.slug])
        ),
    )
    post(kind="mandates.answer", to=mandate.asked_by, letter=letter, partnership=mandate.partnership)


def warn_of_end(mandate: Mandate) -> None:
    """Tell alderman and holder that it ends soon; the alderman renews it with one button."""
    alderman = alderman_of(mandate.partnership, mandate.municipality)
    day = {"day": date_format(mandate.ends, "j F Y"), "holder": str(mandate.holder)}
    subject = _("Het mandaat van %(holder)s loopt af op %(day)s") % day
    if alderman is not None and alderman.email:
        letter = Letter(
            subject=subject,
            paragraphs=[
                in_words(mandate),
                _("Wil je dat het nog een jaar langer duurt? Dat kan met één knop."),
            ],
            action=Action(label=_("Vernieuw voor een jaar"), url=link_for(mandate, alderman, "renew")),
            after=[_("Doe je niets, dan stopt het vanzelf.")],
        )
        post(kind="mandates.ends", to=alderman, letter=letter, partnership=mandate.partnership)
    if mandate.holder.email and mandate.holder != alderman:
        letter = Letter(
            subject=subject,
            paragraphs=[
                in_words(mandate),
                _("Je schepen kreeg een mail om het te vernieuwen.")
                if alderman
                else _("Er is nu geen schepen die het kan vernieuwen."),
            ],
            action=Action(
                label=_("Bekijk de mandaten"), url=reverse("mandates:list", args=[mandate.partnership.slug])
            ),
        )
        post(kind="mandates.ends", to=mandate.holder, letter=letter, partnership=mandate.partnership)
