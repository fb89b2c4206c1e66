"""The pages of the library (django-allauth) that are used, each with what our house adds to it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from allauth.account import views as account
from allauth.account.utils import get_next_redirect_url
from allauth.mfa.webauthn import views as webauthn
from allauth.socialaccount.adapter import get_adapter
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from groeimodel.foundation import links
from groeimodel.foundation.signin import events, openid

CONNECT = "signin.connect"
TOO_MANY = ("rate_limited", "too_many_login_attempts")


class AskCode(account.RequestLoginCodeView):  # type: ignore[misc]
    """The door: who are you?"""

    def form_invalid(self, form: Any) -> HttpResponse:
        if any(one.code in TOO_MANY for errors in form.errors.as_data().values() for one in errors):
            events.warn("too many tries", how="code")
        answer: HttpResponse = self.render_to_response(self.get_context_data(form=form), status=422)
        return answer


class GiveCode(account.ConfirmLoginCodeView):  # type: ignore[misc]
    """The code of the mail; the fifth wrong one ends this try."""

    def form_invalid(self, form: Any) -> HttpResponse:
        events.warn("sign-in refused", how="code")
        answer: HttpResponse = super().form_invalid(form)
        if answer.status_code == 200:
            answer.status_code = 422
        return answer


class NamePasskey(webauthn.EditWebAuthnView):  # type: ignore[misc]
    def form_invalid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = self.render_to_response(self.get_context_data(form=form), status=422)
        return answer


def came_from_here(request: HttpRequest) -> bool:
    """Whether somebody pressed the button, or typed the address: a provider that knows them signs them in without a question.

    Browsers say so over HTTPS since 2023 (Sec-Fetch-Site); of one that says nothing nothing is known.
    """
    return request.headers.get("Sec-Fetch-Site", "same-origin") in ("same-origin", "none")


def the_door(request: HttpRequest) -> str:
    """The page with the button, going on to the same place."""
    then = get_next_redirect_url(request)
    return f"{reverse('signin:sign_in')}?{urlencode({'next': then})}" if then else reverse("signin:sign_in")


def connect_token(request: HttpRequest) -> str:
    """Proves that somebody asked for a link with a provider on the own page, and was not sent there by another site."""
    return links.sign(CONNECT, {"person": request.user.pk}, days=1 / 24)


def oidc_login(request: HttpRequest, provider_id: str) -> HttpResponse:
    """On to the provider; to link it one comes from the page 'Mijn toegang'."""
    if request.GET.get("process") == "connect" and not _asked_here(request):
        return redirect("signin:access")
    return openid.ask(request, provider_id)


def oidc_callback(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Back from the provider. An answer that lacks what we need, or lies about where it is from, is refused in words."""
    try:
        return openid.hear(request, provider_id)
    except (KeyError, ValueError, SuspiciousOperation):
        provider = openid.Provider(request, provider_id).get_provider()
        failed: HttpResponse = get_adapter().failed(request, provider.name)
        return failed


def _asked_here(request: HttpRequest) -> bool:
    try:
        return bool(links.read(CONNECT, request.GET.get("van", ""))["person"] == request.user.pk)
    except links.Invalid:
        return False
