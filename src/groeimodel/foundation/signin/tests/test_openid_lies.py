"""A provider that lies, or somebody between it and us: each lie is refused in words, and nobody comes in."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.socialaccount.models import SocialAccount, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from cryptography.hazmat.primitives.asymmetric import rsa
from django.test import Client
from pytest_django.fixtures import Settings

from groeimodel.foundation.signin.openid import ENDPOINTS, look_at
from groeimodel.foundation.testing.cast import Cast

START = "/aanmelden/oidc/oidc/"
OWN = rsa.generate_private_key(public_exponent=65537, key_size=2048)
FOREIGN = rsa.generate_private_key(public_exponent=65537, key_size=2048)
Claims = dict[str, Any]


def published(key: rsa.RSAPrivateKey) -> dict[str, Any]:
    return {**jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key(), as_dict=True), "kid": "een", "use": "sig"}


class Liar(BaseHTTPRequestHandler):
    """Answers as a provider does; what is in `server.lies` takes the place of what is true."""

    server: Any

    def log_message(self, *arguments: Any) -> None:
        """Says nothing."""

    def do_GET(self) -> None:
        lies, here = self.server.lies, self.server.address
        path = urlsplit(self.path).path
        if path == "/.well-known/openid-configuration":
            names = ("authorization", "token", "userinfo")
            told = {"issuer": here, "jwks_uri": f"{here}/jwks"}
            self.tell(told | {f"{one}_endpoint": f"{here}/{one}" for one in names} | lies.get("config", {}))
        elif path == "/jwks":
            self.tell({"keys": [published(OWN)]})
        elif path == "/userinfo":
            user = {
                "sub": "u-1",
                "email": "bram@voorbeeld.test",
                "email_verified": True,
                "rrn": "80.01.01-001.01",
            }
            self.tell(user | lies.get("userinfo", {}))
        else:
            self.tell({"keys": [published(FOREIGN)]})

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        lies = self.server.lies
        if "moved" in lies:
            self.send_response(307)
            self.send_header("Location", f"{self.server.address}/elders")
            self.end_headers()
            return
        now = int(time.time())
        claims = {"iss": self.server.address, "sub": "u-1", "aud": "groeimodel", "nonce": self.server.nonce}
        claims |= {"iat": now, "exp": now + 300} | lies.get("claims", {})
        claims = {key: value for key, value in claims.items() if value is not None}
        sign: Callable[[Claims], str] = lies.get("sign", signed())
        answer = {"access_token": "toegang", "token_type": "Bearer"}
        self.tell(answer if "no_id_token" in lies else answer | {"id_token": sign(claims)})

    def tell(self, value: dict[str, Any]) -> None:
        body = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def signed(key: Any = OWN, algorithm: str = "RS256", **headers: Any) -> Callable[[Claims], str]:
    return lambda claims: jwt.encode(claims, key, algorithm=algorithm, headers={"kid": "een", **headers})


def with_our_secret(claims: Claims) -> str:
    """Signed with what anybody can read: the public key, as if it were a secret."""
    public = json.dumps(published(OWN)).encode()
    return jwt.encode(claims, public, algorithm="HS256", headers={"kid": "een"})


@pytest.fixture
def liar(settings: Settings) -> Iterator[Any]:
    server: Any = ThreadingHTTPServer(("127.0.0.1", 0), Liar)
    server.address, server.lies, server.nonce = f"http://127.0.0.1:{server.server_port}", {}, ""
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    settings.OIDC_NAMES = ["Proefdienst"]
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "SCOPE": ["openid", "email"],
            "APPS": [
                {
                    "provider_id": "oidc",
                    "name": "Proefdienst",
                    "client_id": "groeimodel",
                    "secret": "geheim",
                    "settings": {"server_url": server.address},
                }
            ],
        }
    }
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def leave(client: Client, query: str = "") -> dict[str, str]:
    """What the browser takes along to the provider."""
    away = client.get(f"{START}{query}")["Location"]
    return {key: values[0] for key, values in parse_qs(urlsplit(away).query).items()}


def come_back(client: Client, liar: Any) -> Any:
    asked = leave(client)
    liar.nonce = asked["nonce"]
    return client.get(f"{START}terug/", {"code": "abc", "state": asked["state"]})


def signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_without_a_lie_it_works_and_nothing_is_kept_of_it(client: Client, cast: Cast, liar: Any) -> None:
    come_back(client, liar)
    assert signed_in(client)
    account = SocialAccount.objects.get()
    assert (account.uid, account.extra_data) == ("u-1", {})
    assert not SocialToken.objects.exists()


LIES: dict[str, dict[str, Any]] = {
    "signed by somebody else": {"sign": signed(FOREIGN)},
    "not signed": {"sign": signed(None, "none")},
    "signed with the public key as a secret": {"sign": with_our_secret},
    "a key that the token brings along": {"sign": signed(FOREIGN, jwk=published(FOREIGN))},
    "a key at an address in the token": {"sign": signed(FOREIGN, jku="http://127.0.0.1/elders")},
    "an unknown key": {"sign": signed(kid="twee")},
    "another kind of token": {"sign": signed(typ="at+jwt")},
    "over": {"claims": {"iat": 1_000, "exp": 2_000}},
    "not yet": {"claims": {"nbf": 4_000_000_000}},
    "without an end": {"claims": {"exp": None}},
    "for somebody else": {"claims": {"aud": "een-ander"}},
    "for us through somebody else": {"claims": {"azp": "een-ander"}},
    "from somebody else": {"claims": {"iss": "https://valse.example"}},
    "for another question": {"claims": {"nonce": "van-gisteren"}},
    "for no question": {"claims": {"nonce": None}},
    "no token": {"no_id_token": True},
    "somebody else in the second answer": {"userinfo": {"sub": "u-2"}},
    "an answer from another address": {"moved": True},
}


@pytest.mark.parametrize("lie", sorted(LIES))
def test_a_lie_is_refused_in_words(client: Client, cast: Cast, liar: Any, lie: str) -> None:
    liar.lies = LIES[lie]
    answer = come_back(client, liar)
    assert answer.status_code == 502
    assert "Proefdienst" in answer.text
    assert not signed_in(client)
    assert not SocialAccount.objects.exists()


def test_a_token_is_good_once(client: Client, cast: Cast, liar: Any) -> None:
    liar.lies = {"claims": {"jti": "een"}}
    come_back(client, liar)
    assert signed_in(client)
    again = Client()
    assert come_back(again, liar).status_code == 502
    assert not signed_in(again)


def test_an_answer_is_good_once_and_in_one_browser(client: Client, cast: Cast, liar: Any) -> None:
    asked = leave(client)
    liar.nonce = asked["nonce"]
    back = {"code": "abc", "state": asked["state"]}
    assert Client().get(f"{START}terug/", back).status_code == 502
    client.get(f"{START}terug/", back)
    assert signed_in(client)
    client.logout()
    assert client.get(f"{START}terug/", back).status_code == 502


def test_every_question_is_another_one_that_cannot_be_guessed(client: Client, cast: Cast, liar: Any) -> None:
    one, other = leave(client), leave(client)
    assert one["code_challenge_method"] == "S256"
    for secret in ("state", "nonce", "code_challenge"):
        assert one[secret] != other[secret]
        assert len(one[secret]) >= 43  # 256 bits


def test_whoever_made_the_link_decides_nothing_of_what_is_asked(
    client: Client, cast: Cast, liar: Any
) -> None:
    asked = leave(client, "?scope=rrn&auth_params=nonce%3Dx%26response_mode%3Dfragment&process=redirect")
    assert set(asked["scope"].split()) == {"openid", "email"}
    assert len(asked["nonce"]) >= 43
    assert "response_mode" not in asked


@pytest.mark.parametrize(
    "name", ["authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint"]
)
def test_over_https_nothing_goes_in_the_open(name: str) -> None:
    address = "https://dienst.example/op"
    config = {"issuer": address} | dict.fromkeys(ENDPOINTS, f"{address}/iets")
    look_at(config, address)
    with pytest.raises(OAuth2Error, match=name):
        look_at(config | {name: "http://dienst.example/iets"}, address)
