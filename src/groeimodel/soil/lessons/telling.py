"""How lessons are told. Whoever thanked is never named: the entry has no actor."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("lessons:list", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("lessons.written", _("%(who)s schreef een les op."), link=page)
    tell("lessons.changed", _("%(who)s verbeterde een les."), quiet=True)
    tell("lessons.removed", _("%(who)s haalde een les weg."), quiet=True)
    tell("lessons.shared", _("%(who)s deelde een les van jullie in de bibliotheek, zonder namen."), link=page)
    tell("lessons.withdrawn", _("%(who)s haalde een les uit de bibliotheek."), link=page)
    tell("lessons.thanked", _("Een les van jullie hielp iemand in een andere samenwerking."), link=page)
