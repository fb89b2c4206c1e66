"""How the library for sign-in (django-allauth) behaves here: by invitation only, mails through our own mail room."""

from __future__ import annotations

import secrets
from typing import Any

import requests
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groeimodel.foundation.people.models import Person
from groeimodel.foundation.signin import events, letters


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts come from invitations; the only mails are the code and the answer to an unknown address."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "incorrect_code": gettext_lazy("Deze code klopt niet. Kijk of je de laatste mail gebruikt."),
        "too_many_login_attempts": gettext_lazy(
            "Dat was te vaak. Wacht vijf minuten en probeer dan opnieuw."
        ),
        "rate_limited": gettext_lazy("Dat was te snel na elkaar. Wacht even en probeer opnieuw."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        if template_prefix == "account/email/login_code":
            person = Person.objects.filter(email__iexact=email, is_active=True, erased_at=None).first()
            then = self.safe(context["request"], context["request"].POST.get("next", ""))
            if person is not None:
                letters.send_code(person, context["code"], then)
            else:  # the library keeps a list of addresses too; ours is the one that counts
                letters.send_unknown(email)
        elif template_prefix == "account/email/unknown_account":
            events.warn("sign-in refused", how="code", why="nobody who is known here")
            letters.send_unknown(email)
        else:
            raise NotImplementedError(f"No letter for {template_prefix}")

    def send_notification_mail(self, template_prefix: str, user: Person, *args: Any, **kwargs: Any) -> None:
        words = {
            "mfa/email/webauthn_added": _("Er is een toegangssleutel toegevoegd."),
            "mfa/email/webauthn_removed": _("Er is een toegangssleutel weggehaald."),
            "socialaccount/email/account_connected": _("Er is een andere manier om aan te melden gekoppeld."),
            "socialaccount/email/account_disconnected": _(
                "Een andere manier om aan te melden is losgekoppeld."
            ),
        }
        if template_prefix in words:
            letters.tell_change(user, words[template_prefix])

    def safe(self, request: HttpRequest, then: str) -> str:
        """Where to go afterwards, if that lies inside this site."""
        return then if then.startswith("/") and self.is_safe_url(then) else ""

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Only what went wrong is worth a message; the pages themselves say what was done."""
        if kwargs.get("message") and len(args) > 1:
            super().add_message(*args, **kwargs)

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Our own doors ask for a fresh sign-in; see `views.fresh`."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return resolve_url(settings.LOGIN_REDIRECT_URL)

    def respond_user_inactive(self, request: HttpRequest, user: Person) -> HttpResponse:
        return render(request, "signin/unknown.html", status=403)


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """A passkey is another way in, no second lock: who signs in with a code is not asked for it."""

    def is_mfa_enabled(self, user: Person, types: Any = None) -> bool:
        return False


class SocialAccountAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """OpenID Connect: a link that was made before, or an address that the provider verified; never a new account."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def generate_state_param(self, state: dict[str, Any]) -> str:
        return secrets.token_urlsafe(32)

    def get_requests_session(self) -> requests.Session:
        """Follows nobody to another address than the provider's own."""
        session: requests.Session = super().get_requests_session()
        session.max_redirects = 0
        return session

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        if sociallogin.is_existing or request.user.is_authenticated:
            return
        person = self._known(sociallogin)
        if person is None:
            events.warn("sign-in refused", how="provider", why="nobody who is known here")
            raise ImmediateHttpResponse(render(request, "signin/unknown.html", {"oidc": True}, status=403))
        sociallogin.connect(request, person)

    def _known(self, sociallogin: Any) -> Person | None:
        # Some providers send the word "false", which is not empty and so would count.
        verified = [one.email for one in sociallogin.email_addresses if str(one.verified).lower() == "true"]
        if not verified:
            return None
        return Person.objects.filter(email__iexact=verified[0], is_active=True, erased_at=None).first()

    def on_authentication_error(self, request: HttpRequest, provider: Any, **kwargs: Any) -> None:
        """One page for everything that went wrong on the way: refused, broken off, or the provider is away."""
        cancelled = "cancelled" in str(kwargs.get("error", "")).lower()
        raise ImmediateHttpResponse(self.failed(request, getattr(provider, "name", ""), cancelled=cancelled))

    def failed(self, request: HttpRequest, name: str, *, cancelled: bool = False) -> HttpResponse:
        """The page that says so; `name` is the provider's."""
        if not cancelled:
            events.warn("sign-in refused", how="provider")
        context = {"provider": name, "cancelled": cancelled}
        return render(request, "signin/oidc_failed.html", context, status=200 if cancelled else 502)
