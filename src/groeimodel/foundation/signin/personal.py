"""Personal data: the ways in."""

from collections.abc import Iterator
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.foundation.signin.selectors import device_in_words
from groeimodel.foundation.signin.services import close_all_ways


def lines_of(person: Any) -> Iterator[Line]:
    for session in UserSession.objects.filter(user=person).order_by("-created_at"):
        words = {
            "device": device_in_words(session.user_agent),
            "day": date_format(localtime(session.created_at), "j F Y, H:i"),
            "ip": session.ip,
            "agent": session.user_agent,
        }
        yield Line(_("Aangemeld op"), _("%(device)s, sinds %(day)s, IP-adres %(ip)s (%(agent)s)") % words)
    for key in Authenticator.objects.filter(user=person):
        yield Line(_("Toegangssleutel"), str(key))
    for account in SocialAccount.objects.filter(user=person):
        words = {"provider": account.provider, "uid": account.uid}
        yield Line(_("Gekoppeld account"), _("%(provider)s: %(uid)s") % words)


keep(
    Holding(
        "signin",
        label=gettext_lazy("Hoe je binnenkomt"),
        why=gettext_lazy("Om je binnen te laten, en om je te tonen waar je aangemeld bent."),
        kept=gettext_lazy(
            "Een sessie tot 30 dagen na je laatste bezoek; sleutels en koppelingen tot je ze weghaalt."
        ),
        lines=lines_of,
        goes=gettext_lazy("Je sessies, toegangssleutels en gekoppelde accounts. Aanmelden kan niet meer."),
        erase=close_all_ways,
        order=80,
    )
)
