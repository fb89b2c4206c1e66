"""How what happens to mandates is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell
from groeimodel.foundation.mandates.models import Mandate

KINDS = dict(Mandate.Kind.choices)


def page(slug: str) -> str:
    return reverse("mandates:list", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell(
        "mandates.asked",
        _("%(who)s vroeg een %(kind)s voor %(person)s (%(municipality)s)."),
        link=page,
        kind=KINDS,
    )
    tell("mandates.given", _("%(municipality)s gaf %(person)s een %(kind)s."), link=page, kind=KINDS)
    tell(
        "mandates.refused",
        _("%(municipality)s gaf het gevraagde %(kind)s voor %(person)s niet."),
        quiet=True,
        kind=KINDS,
    )
    tell(
        "mandates.revoked", _("%(municipality)s trok een %(kind)s van %(person)s in."), link=page, kind=KINDS
    )
    tell("mandates.restored", _("%(municipality)s gaf %(person)s het %(kind)s terug."), link=page, kind=KINDS)
    tell(
        "mandates.withdrawn",
        _("De vraag om een %(kind)s voor %(person)s is ingetrokken."),
        quiet=True,
        kind=KINDS,
    )
    tell("mandates.closed", _("Het %(kind)s van %(person)s sloot mee met de zetel."), quiet=True, kind=KINDS)
    tell("mandates.used", _("%(person)s gebruikte een %(kind)s."), quiet=True, kind=KINDS)
    tell("mandates.use_removed", _("%(person)s haalde uren weg."), quiet=True, kind=KINDS)
