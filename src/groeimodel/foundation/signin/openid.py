"""What we ask of an OpenID Connect provider beyond what the library (django-allauth) asks.

Every answer belongs to one question of one browser (state, PKCE and nonce); every ID token is signed with a key of the
provider, by it, for us, for now and for this question; and nothing leads the server to another address than those of the
provider that the settings name.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any, cast

import jwt
from allauth.account.utils import get_next_redirect_url
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.internal.jwtkit import verify_jti
from allauth.socialaccount.models import SocialApp, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare

SIGNED_WITH = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
"""Only ways in which the provider alone can sign: never 'none', never a secret that we know as well."""
CLAIMS = ("iss", "sub", "aud", "exp", "iat")
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")
SECONDS_OFF = 30
"""How far the clock of the provider may be off."""
WELL_KNOWN = "/.well-known/"


def look_at(config: Mapping[str, Any], address: str) -> None:
    """What a provider says of itself, against its address in the settings.

    Raises:
        OAuth2Error: it says to be another, or leads away from HTTPS.
    """
    if str(config.get("issuer", "")).rstrip("/") != address.rstrip("/"):
        raise OAuth2Error("The provider calls itself otherwise than the settings do")
    in_the_open = [one for one in ENDPOINTS if not str(config.get(one, "")).startswith("https://")]
    if address.startswith("https://") and in_the_open:
        raise OAuth2Error(f"Not over HTTPS: {', '.join(in_the_open)}")


class Provider(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]
    """The provider of the settings, seen from one request."""

    nonce = ""
    """What this browser's question held; set when the answer comes in."""

    @property
    def openid_config(self) -> dict[str, Any]:
        """What the provider says of itself, as far as it may be believed."""
        found: dict[str, Any] = super().openid_config
        look_at(found, str(self.get_provider().app.settings["server_url"]).partition(WELL_KNOWN)[0])
        return found

    def complete_login(self, request: HttpRequest, app: SocialApp, token: SocialToken, **kwargs: Any) -> Any:
        """Who it is: first what is signed, then what the provider tells more, if that is about the same person."""
        response = kwargs["response"]
        if not response.get("id_token"):
            raise OAuth2Error("An answer without an ID token")
        claims = self._decode_id_token(app, response["id_token"])
        more = self._fetch_user_info(token.token)
        if not isinstance(more, dict) or more.get("sub") != claims["sub"]:
            raise OAuth2Error("The provider tells of somebody else than it signed for")
        login = self.get_provider().sociallogin_from_response(request, {"userinfo": more, "id_token": claims})
        login.account.extra_data = {}  # who it is stands in `uid`; the rest is not ours to keep
        return login

    def _decode_id_token(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        try:
            claims: dict[str, Any] = jwt.decode(
                id_token,
                key=self._key_of(id_token),
                algorithms=SIGNED_WITH,
                issuer=self.openid_config["issuer"],
                audience=app.client_id,
                leeway=SECONDS_OFF,
                options={"require": list(CLAIMS)},
            )
        except jwt.PyJWTError as error:
            raise OAuth2Error("Not a valid ID token") from error
        if claims.get("azp", app.client_id) != app.client_id:
            raise OAuth2Error("An ID token for somebody else")
        if not self.nonce or not constant_time_compare(str(claims.get("nonce", "")), self.nonce):
            raise OAuth2Error("An ID token for another question")
        verify_jti(claims)
        return claims

    def _key_of(self, id_token: str) -> Any:
        """The key that the token names, among those that the provider publishes; what a token brings along is not looked at."""
        header = jwt.get_unverified_header(id_token)
        if str(header.get("typ", "JWT")).upper() != "JWT":
            raise OAuth2Error("Another kind of token")
        with get_adapter().get_requests_session() as session:
            answer = session.get(self.openid_config["jwks_uri"])
            answer.raise_for_status()
        keys = jwt.PyJWKSet.from_dict(answer.json()).keys
        fitting = [
            one for one in keys if header.get("kid") in (None, one.key_id) and one.public_key_use != "enc"
        ]
        if len(fitting) != 1:
            raise OAuth2Error("Not signed with a key of the provider")
        return fitting[0].key


class Answer(OAuth2CallbackView):  # type: ignore[misc]
    """Back from the provider: the nonce goes with the state of this browser, which is good for one answer."""

    def _get_state(self, request: HttpRequest, provider: Any) -> Any:
        state, refused = super()._get_state(request, provider)
        self.adapter.nonce = str(state.get("nonce", "")) if state else ""
        return state, refused


def use_ours() -> None:
    """Called once, when the room is ready."""
    OpenIDConnectProvider.oauth2_adapter_class = Provider


def ask(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Off to the provider. Which scopes and what else are asked is for the settings, not for who made the link."""
    try:
        provider = Provider(request, provider_id).get_provider()
    except SocialApp.DoesNotExist as error:
        raise Http404 from error
    nonce = secrets.token_urlsafe(32)
    try:
        answer: HttpResponse = provider.redirect(
            request,
            process="connect" if request.GET.get("process") == "connect" else "login",
            next_url=get_next_redirect_url(request),
            auth_params={**provider.get_auth_params(), "nonce": nonce},
            nonce=nonce,
        )
    except OAuth2Error:
        answer = get_adapter().failed(request, provider.name)
    except ImmediateHttpResponse as refused:
        answer = cast(HttpResponse, refused.response)
    return answer


def hear(request: HttpRequest, provider_id: str) -> HttpResponse:
    """The answer of the provider; of one that the settings do not name there is no such page."""
    provider = Provider(request, provider_id)
    try:
        provider.get_provider()
    except SocialApp.DoesNotExist as error:
        raise Http404 from error
    answer: HttpResponse = Answer.adapter_view(provider)(request)
    return answer
