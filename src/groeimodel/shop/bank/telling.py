"""How what happens in this room is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("bank:page", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("bank.account_added", _("%(who)s voegde een rekening van de bank toe."), quiet=True, link=page)
    tell("bank.account_changed", _("%(who)s veranderde een rekening van de bank."), quiet=True, link=page)
    tell("bank.imported", _("%(who)s las uittreksels van de bank in."), quiet=True, link=page)
    tell("bank.matched", _("%(who)s koppelde een lijn van de bank."), quiet=True, link=page)
    tell("bank.set_aside", _("%(who)s zette een lijn van de bank opzij."), quiet=True, link=page)
    tell("bank.undone", _("%(who)s zette een lijn van de bank terug."), quiet=True, link=page)
    tell("bank.letters_sent", _("%(who)s stuurde brieven voor de bijdragen."), link=page)
