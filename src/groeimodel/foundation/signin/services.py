"""Signing in, and ending sessions."""

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require


def sign_in(request: HttpRequest, person: Person, *, how: str) -> None:
    """Sign somebody in who proved in another way to be this person: by a link in a mail ('link', 'invitation').

    Raises:
        PermissionDenied: the account is closed.
    """
    if not person.is_active or person.erased_at:
        raise PermissionDenied("Dit account is gesloten.")
    record_authentication(request, person, method=how)
    perform_login(request, Login(user=person, email=person.email))


def become(request: HttpRequest, *, person: Person) -> None:
    """Sign in as an example person; refused outside the demonstration and for any real person."""
    if not (settings.DEMO and person.example and person.is_active):
        raise PermissionDenied("Alleen in de demonstratie kun je een voorbeeldpersoon worden.")
    sign_in(request, person, how="demonstration")


@transaction.atomic
def end_session(*, session: UserSession, actor: Person) -> None:
    """End one of one's own sessions."""
    require(actor, "people.see_self", session.user)
    session.end()
    record("signin.session_ended", actor=actor)


@transaction.atomic
def end_other_sessions(*, actor: Person, keep: str | None) -> int:
    """End all of one's own sessions but the one with this key; says how many."""
    require(actor, "people.see_self", actor)
    others = list(UserSession.objects.filter(user=actor).exclude(session_key=keep))
    for session in others:
        session.end()
    record("signin.session_ended", actor=actor, data={"sessions": len(others)})
    return len(others)


@transaction.atomic
def unlink(*, account: SocialAccount, actor: Person) -> None:
    """Take away the link with an OpenID Connect provider; the code by mail stays."""
    require(actor, "people.see_self", account.user)
    account.delete()
    record("signin.unlinked", actor=actor)


def close_all_ways(person: Person) -> None:
    """End every session and remove every passkey and link: for an account that is closed for ever."""
    for session in UserSession.objects.filter(user=person):
        session.end()
    Authenticator.objects.filter(user=person).delete()
    SocialAccount.objects.filter(user=person).delete()
