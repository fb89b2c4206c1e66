"""Which passwords are good enough for the administration: long, not one that others chose, not about us or about you.

No rule about capitals, digits or signs, and none ever ends. Passwords of others come from the list in Django: the
20 000 that were found most in breaches (Royce Williams, from Pwned Passwords). The words about us stand in
docs/admin/signin.md too, held by a test.
"""

from __future__ import annotations

import re
from typing import Any

from django.contrib.auth import password_validation as given
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LEAST = 15
WORDS = (
    "groeimodel",
    "groeiscan",
    "samenwerking",
    "jeugd",
    "gemeente",
    "ambassadeur",
    "schepen",
    "potgrond",
    "bodem",
    "weide",
    "winkel",
    "beheer",
    "wachtwoord",
    "welkom",
)
"""What somebody would try first here."""
REST = 6
"""Letters that must be left when the words about us, digits and signs are gone."""
SHORTEST_PIECE = 4
LEAST_KINDS = 5
"""Signs that differ, whichever they are."""


class Length(given.MinimumLengthValidator):
    def __init__(self) -> None:
        super().__init__(min_length=LEAST)


class AboutYou(given.UserAttributeSimilarityValidator):
    def __init__(self) -> None:
        super().__init__(user_attributes=("email", "name"))


class OftenChosen(given.CommonPasswordValidator):
    """Refuses what stands in the list, also with digits around it, twice, or two of the list after each other."""

    def validate(self, password: str, user: Any = None) -> None:
        super().validate(password, user)
        if len(set(password.lower())) < LEAST_KINDS or password in "0123456789" * 10:
            raise ValidationError(_("Dit wachtwoord herhaalt zichzelf. Neem liever vier losse woorden."))
        bare = re.sub(r"[\W\d_]+", "", password.lower())
        pieces = ((bare[:at], bare[at:]) for at in range(SHORTEST_PIECE, len(bare) - SHORTEST_PIECE + 1))
        if bare in self.passwords or any(
            one in self.passwords and two in self.passwords for one, two in pieces
        ):
            raise ValidationError(_("Dit wachtwoord wordt vaak gekozen. Neem liever vier losse woorden."))


class AboutUs:
    """Refuses a password that is little more than words of this site."""

    def validate(self, password: str, user: Any = None) -> None:
        left = re.sub("|".join(WORDS), "", password.lower())
        if len(re.sub(r"[\W\d_]+", "", left)) < REST and left != password.lower():
            raise ValidationError(_("Dit wachtwoord is te makkelijk te raden: het gaat over deze site."))

    def get_help_text(self) -> str:
        return _("Niet alleen woorden van deze site.")
