"""Mails of the expectations: one button, no signing in, three minutes."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groeimodel.foundation.mail.services import Action, Letter, post
from groeimodel.gauge.expectations.models import Round, Sheet

KIND = "expectations.ask"


def ask(round: Round, sheets: Sequence[int], *, again: bool = False) -> int:
    """To whom these sheets are for; returns how many mails."""
    rows = Sheet.objects.filter(pk__in=sheets, person__is_active=True).select_related(
        "person", "municipality"
    )
    name = round.partnership.name
    last_day = date_format(round.closes_on, "l j F")
    sent = 0
    for sheet in rows.order_by("pk"):
        subject = (
            _("Nog even: wat verwacht je van %(name)s?") if again else _("Wat verwacht je van %(name)s?")
        )
        letter = Letter(
            subject=subject % {"name": name},
            paragraphs=[
                _(
                    "Wat vind je belangrijk in de samenwerking, en hoe goed lukt het? Als je het van elkaar weet, loopt het beter."
                ),
                _("Het duurt drie minuten, ook op je telefoon. Antwoorden kan tot en met %(day)s.")
                % {"day": last_day},
            ],
            action=Action(_("Zeg wat je verwacht"), reverse("expectations:start", args=[sheet.token])),
            after=[
                _(
                    "De partners zien wat je antwoordt, bij %(municipality)s. Deze link is van jou alleen: stuur hem niet door."
                )
                % {"municipality": sheet.municipality.name}
            ],
        )
        assert sheet.person is not None
        sent += post(kind=KIND, to=sheet.person, letter=letter, partnership=round.partnership) is not None
    return sent
