"""How what happens in this room is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("expectations:gauge", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("expectations.set_changed", _("%(who)s veranderde wat de graadmeter vraagt."), quiet=True)
    tell("expectations.round_opened", _("Er ging een ronde over verwachtingen open."), link=page)
    tell("expectations.round_closed", _("De graadmeter van de verwachtingen is afgelezen."), link=page)
    tell("expectations.spoken", _("%(municipality)s sprak verwachtingen uit."), link=page, quiet=True)
    tell("expectations.talked", _("Jullie praatten over de verwachtingen."), link=page)
    tell("expectations.agreed", _("%(who)s noteerde een afspraak over de verwachtingen."), link=page)
    tell("expectations.agreement_changed", _("%(who)s veranderde een afspraak."), quiet=True)
    tell("expectations.agreement_done", _("Een afspraak over de verwachtingen is gedaan."), link=page)
    tell("expectations.agreement_removed", _("%(who)s haalde een afspraak weg."), quiet=True)
