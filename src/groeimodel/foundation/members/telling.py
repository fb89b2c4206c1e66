"""How invitations are told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell
from groeimodel.foundation.members.models import Invitation

ROLES = dict(Invitation.Role.choices)


def page(slug: str) -> str:
    return reverse("members:list", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("members.invited", _("%(who)s nodigde iemand uit als %(role)s."), quiet=True, role=ROLES)
    tell("members.invited_again", _("%(who)s stuurde een uitnodiging opnieuw."), quiet=True)
    tell("members.withdrawn", _("%(who)s trok een uitnodiging in."), quiet=True)
    tell("members.accepted", _("%(who)s aanvaardde een uitnodiging."), quiet=True)
