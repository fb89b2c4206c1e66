"""Mails of the duo: to the two, and to nobody else."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.mail.services import Action, Letter, post
from groeimodel.gauge.duo.models import Duo, Side

KIND = "duo.ask"


def ask(duo: Duo, *, again: bool = False) -> int:
    """Who is not done yet; returns how many mails."""
    sides = list(Side.objects.filter(duo=duo).select_related("person"))
    sent = 0
    for side in sides:
        if side.done_at is not None or not side.person.is_active:
            continue
        other = next(one for one in sides if one.pk != side.pk)
        who = {"name": other.person.name}
        subject = (
            _("%(name)s wacht nog op jou") if again else _("Wat verwacht je van elkaar? Jij en %(name)s")
        )
        letter = Letter(
            subject=subject % who,
            paragraphs=[
                _("Jij en %(name)s zeggen elk apart wat je van elkaar verwacht. Dat duurt vijf minuten.")
                % who,
                _("Zodra jullie allebei klaar zijn, zien jullie elkaars antwoorden, op hetzelfde moment."),
            ],
            action=Action(_("Begin"), reverse("duo:side", args=[side.token])),
            after=[_("Niemand anders ziet dit, ook de coördinator niet. Stuur deze link niet door.")],
        )
        sent += post(kind=KIND, to=side.person, letter=letter, partnership=duo.partnership) is not None
    return sent


def tell_open(duo: Duo, *, but: Side) -> None:
    """The one who was done first hears that both are open; the other is looking at it."""
    for side in Side.objects.filter(duo=duo).exclude(pk=but.pk).select_related("person"):
        letter = Letter(
            subject=_("Jullie zijn allebei klaar"),
            paragraphs=[
                _(
                    "Lees wat jullie van elkaar verwachten, naast elkaar. Plan een kwartier om erover te praten."
                )
            ],
            action=Action(_("Lees allebei"), reverse("duo:side", args=[side.token])),
            after=[_("Niemand anders ziet dit. Stuur deze link niet door.")],
        )
        post(kind=KIND, to=side.person, letter=letter, partnership=duo.partnership)
