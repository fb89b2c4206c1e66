"""The code and the button of the mail that lets somebody in."""

from __future__ import annotations

from math import log2

from allauth.account.adapter import get_adapter
from django.conf import settings

from groeimodel.foundation.signin import letters


def test_a_code_is_long_enough() -> None:
    codes = {get_adapter().generate_login_code() for _ in range(500)}
    assert len(codes) > 495
    signs = {sign for code in codes for sign in code if sign.isalnum()}
    shortest = min(len([sign for sign in code if sign.isalnum()]) for code in codes)
    assert shortest * log2(len(signs)) >= 20


def test_code_and_link_end_together_after_ten_minutes() -> None:
    assert settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT == letters.MINUTES * 60 == 600
