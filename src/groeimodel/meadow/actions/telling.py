"""How what happens in this room is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("actions:meadow", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("actions.seed_taken_down", _("%(who)s noteerde een zaadje."), link=page)
    tell("actions.seed_taken_back", _("Een zaadje is weer weggehaald."), quiet=True)
    tell("actions.sprouted", _("Een zaadje wordt uitgewerkt: het is nu een kiem."), link=page)
    tell("actions.changed", _("%(who)s werkte een actie verder uit."), quiet=True)
    tell("actions.adopted", _("Een actie is samen beslist. Ze kan starten."), quiet=True)
    tell("actions.shared_out", _("Er is genoteerd wie aan een actie meedoet."), quiet=True)
    tell("actions.started", _("Een actie is gestart: er bloeit een bloem bij."), link=page)
    tell("actions.reported", _("%(who)s schreef op hoe ver een actie staat."), quiet=True)
    tell("actions.picked", _("Een actie is klaar: de bloem is geplukt."), link=page)
    tell("actions.expected", _("%(municipality)s zei wat het van een actie verwacht."), quiet=True)
    tell("actions.looked_back", _("%(municipality)s keek terug op een actie."), link=page, quiet=True)
    tell("actions.composted", _("Een actie of idee is gestopt. De les gaat mee op de compost."), link=page)
