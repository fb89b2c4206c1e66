"""How what is shown, and to whom, is told on the timeline."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell

KINDS = {
    "page": _("de publieke pagina"),
    "garden": _("de tuin op de publieke pagina"),
    "actions": _("de acties op de publieke pagina"),
    "results": _("de resultaten op de publieke pagina"),
    "offer": _("het aanbod op de publieke pagina"),
    "organs": _("de organen op de publieke pagina"),
    "decisions": _("de besluiten op de publieke pagina"),
    "calendar": _("de agenda op de publieke pagina"),
    "news": _("het nieuws op de publieke pagina"),
    "stroll": _("de weide voor andere samenwerkingen"),
    "comparison": _("de cijfers voor een vergelijking zonder namen"),
    "trend": _("de cijfers voor de open cijfers over alle samenwerkingen"),
    "region": _("hoe het gaat aan de regio-ondersteuner"),
}


def page(slug: str) -> str:
    return reverse("sharing:page", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("sharing.opened", _("%(who)s zette open: %(kind)s."), link=page, kind=KINDS)
    tell("sharing.closed", _("%(who)s zette weer dicht: %(kind)s."), link=page, kind=KINDS)
