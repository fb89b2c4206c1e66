"""How what happens in this room is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.content.nutrients import nutrients
from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("expertise:list", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    areas = {one.id: one.name for one in nutrients()}
    kinds = {"brings": _("brengt mee"), "seeks": _("zoekt")}
    shared = _("%(who)s liet weten wat %(municipality)s %(kind)s: %(area)s.")
    tell("expertise.shared", shared, link=page, area=areas, kind=kinds)
    tell("expertise.changed", _("%(who)s verbeterde wat %(municipality)s meebrengt of zoekt."), quiet=True)
    tell("expertise.removed", _("%(who)s haalde weg wat %(municipality)s meebrengt of zoekt."), quiet=True)
