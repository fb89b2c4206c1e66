"""How what happens in this room is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("live:list", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("live.opened", _("%(who)s opende een livesessie."), quiet=True)
    tell("live.ended", _("Jullie hielden een livesessie."), link=page)
    tell("live.kept", _("%(who)s bewaarde de uitslag van een livesessie."), link=page, quiet=True)
    tell("live.thrown_away", _("%(who)s gooide een livesessie weg."), quiet=True)
