"""How somebody can sign in, and where they are signed in now."""

import re
from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.utils.translation import gettext as _

from groeimodel.foundation.people.models import Person

SYSTEMS = (
    ("iPhone", r"iPhone"),
    ("iPad", r"iPad"),
    ("Android", r"Android"),
    ("Windows", r"Windows"),
    ("Mac", r"Macintosh|Mac OS"),
    ("Chromebook", r"CrOS"),
    ("Linux", r"Linux"),
)
BROWSERS = (
    ("Edge", r"Edg"),
    ("Firefox", r"Firefox|FxiOS"),
    ("Chrome", r"Chrome|CriOS|Chromium"),
    ("Safari", r"Safari"),
)


@dataclass(frozen=True, slots=True)
class SessionRow:
    pk: int
    device: str
    since: datetime
    here: bool


@dataclass(frozen=True, slots=True)
class Access:
    """The ways in of one person."""

    sessions: tuple[SessionRow, ...]
    passkeys: tuple[Authenticator, ...]
    accounts: tuple[SocialAccount, ...]
    providers: tuple[str, ...]
    """Names of the OpenID Connect providers that can be linked."""


def access_of(person: Person, session_key: str | None) -> Access:
    """Four queries and one for each session, which is checked to be alive still."""
    alive = UserSession.objects.purge_and_list(person)
    rows = [
        SessionRow(one.pk, device_in_words(one.user_agent), one.created_at, one.session_key == session_key)
        for one in alive
    ]
    return Access(
        sessions=tuple(sorted(rows, key=lambda row: (not row.here, -row.since.timestamp()))),
        passkeys=tuple(Authenticator.objects.filter(user=person, type="webauthn").order_by("created_at")),
        accounts=tuple(SocialAccount.objects.filter(user=person)),
        providers=tuple(settings.OIDC_NAMES),
    )


def device_in_words(user_agent: str) -> str:
    """'Firefox op Windows'; what is not known is called so."""
    browser = next((name for name, sign in BROWSERS if re.search(sign, user_agent)), "")
    system = next((name for name, sign in SYSTEMS if re.search(sign, user_agent)), "")
    if browser and system:
        return _("%(browser)s op %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("een onbekend toestel")
