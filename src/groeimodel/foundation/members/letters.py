"""The mail of an invitation, and its link."""

from datetime import timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django_scopes import scopes_disabled

from groeimodel.foundation import links
from groeimodel.foundation.mail.services import Action, Letter, post
from groeimodel.foundation.members.models import Invitation

PURPOSE = "members.invitation"
DAYS = 30


def link_for(invitation: Invitation) -> str:
    payload = {"invitation": invitation.pk, "sent": invitation.times_sent}
    return reverse("members:accept", args=[links.sign(PURPOSE, payload, days=DAYS)])


def open_link(token: str) -> Invitation:
    """The invitation of a link.

    Raises:
        links.Expired, links.Invalid: it is too old, was changed, or a newer one was sent.
    """
    payload = links.read(PURPOSE, token)
    with scopes_disabled():
        rows = Invitation.objects.select_related("partnership", "municipality", "invited_by", "instead_of")
        invitation = rows.filter(pk=payload["invitation"], times_sent=payload["sent"]).first()
    if invitation is None:
        raise links.Invalid
    return invitation


def send(invitation: Invitation) -> None:
    """Mail it to its address."""
    words = {
        "who": str(invitation.invited_by) if invitation.invited_by else _("De beheerder"),
        "role": invitation.get_role_display(),
        "where": invitation.where,
        "partnership": str(invitation.partnership),
        "day": date_format(invitation.sent_at + timedelta(days=DAYS), "j F Y"),
    }
    letter = Letter(
        subject=_("Doe je mee met %(partnership)s?") % words,
        paragraphs=[
            _("%(who)s nodigt je uit als %(role)s voor %(where)s.") % words,
            _("In %(partnership)s werken gemeenten samen voor kinderen en jongeren.") % words,
            _("Je hebt geen wachtwoord nodig. Eén knop volstaat."),
        ],
        action=Action(label=_("Bekijk de uitnodiging"), url=link_for(invitation)),
        after=[_("De link werkt tot %(day)s. Ken je de afzender niet? Dan hoef je niets te doen.") % words],
    )
    post(
        kind="members.invitation",
        to=invitation.email,
        name=invitation.name,
        letter=letter,
        partnership=invitation.partnership,
    )
