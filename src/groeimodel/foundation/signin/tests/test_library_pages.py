"""The library brings many pages: each one that can be reached is ours, all others are closed."""

from allauth.account import urls as account
from allauth.mfa import urls as mfa
from allauth.socialaccount import urls as social
from allauth.usersessions import urls as sessions
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, reverse

from groeimodel.foundation.testing.cast import Cast

USED = {
    "account_login",
    "account_signup",
    "account_request_login_code",
    "account_confirm_login_code",
    "mfa_login_webauthn",
    "mfa_index",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "mfa_edit_webauthn",
    "mfa_remove_webauthn",
    "socialaccount_login_cancelled",
    "socialaccount_connections",
}


def names(patterns: list[URLPattern | URLResolver]) -> set[str]:
    found: set[str] = set()
    for one in patterns:
        found |= names(one.url_patterns) if isinstance(one, URLResolver) else {one.name or ""}
    return found - {""}


def exists(name: str) -> bool:
    for arguments in ([], [1], ["x"], ["x", "y"]):
        try:
            reverse(name, args=arguments)
        except NoReverseMatch:
            continue
        return True
    return False


def test_only_what_is_used_has_an_address() -> None:
    theirs = set().union(*(names(one.urlpatterns) for one in (account, mfa, social, sessions)))
    assert len(theirs) > 25
    assert {name for name in theirs if exists(name)} == USED


def test_the_pages_that_are_used_are_in_our_look(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    for name in ("mfa_index", "mfa_add_webauthn"):
        page = client.get(reverse(name)).content.decode()
        assert 'class="site-head"' in page
    visitor = Client()
    assert 'class="site-head"' in visitor.get(reverse("account_login")).content.decode()
    assert visitor.get("/accounts/signup/").status_code == 404
    assert visitor.get("/accounts/password/reset/").status_code == 404
