"""How what happens in this room is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("checks:proposals", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("checks.asked", _("%(who)s vroeg elke gemeente om de lokale toets van voorstellen."), link=page)
    tell(
        "checks.alderman_asked", _("%(who)s vroeg de schepen van %(municipality)s om een mening."), link=page
    )
    tell(
        "checks.checked", _("%(municipality)s deed de lokale toets van een voorstel."), link=page, quiet=True
    )
    tell(
        "checks.preferred", _("%(municipality)s zei hoe graag het een voorstel ziet."), link=page, quiet=True
    )
