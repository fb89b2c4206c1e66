"""How what happens in this room is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("needs:list", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("needs.noted", _("%(who)s noteerde een nood in %(municipality)s."), link=page)
    tell("needs.changed", _("%(who)s veranderde een nood van %(municipality)s."), quiet=True)
    tell("needs.closed", _("Een nood van %(municipality)s is afgesloten."), link=page)
    tell("needs.reopened", _("%(who)s opende een nood van %(municipality)s opnieuw."), quiet=True)
    tell("needs.removed", _("%(who)s haalde een nood van %(municipality)s weg."), quiet=True)
