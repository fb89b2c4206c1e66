"""The words of a page in one language; what nobody translated stays Dutch and says so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.timezone import localtime
from django.utils.translation import override

from groeimodel.content.public_page import Language, Say, public_words
from groeimodel.foundation.partners.models import Municipality

TAGS: dict[Language, str] = {"nl": "nl-BE", "fr": "fr-BE"}
NARROW = "\N{NARROW NO-BREAK SPACE}"


class Dutch(str):
    """Dutch text on a page in another language: readers that speak aloud are told so."""

    __slots__ = ()

    def __html__(self) -> SafeString:
        return format_html('<span lang="nl-BE">{}</span>', str(self))


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language of one page."""

    say: Say
    titles: Mapping[str, str]
    """French titles by key of the row; empty in Dutch."""

    @property
    def language(self) -> Language:
        return self.say.language

    @property
    def tag(self) -> str:
        return TAGS[self.language]

    def own(self, text: str, translated: str = "") -> str:
        """Words of the partnership itself: in French where there are, or else in Dutch, marked as such."""
        if self.language == "nl":
            return text
        return translated or Dutch(text)

    def title(self, kind: str, pk: int, text: str) -> str:
        return self.own(text, self.titles.get(f"{kind}:{pk}", ""))

    def short(self, text: str, words: int) -> str:
        return self.own(Truncator(text).words(words)) if text else ""

    def place(self, one: Municipality) -> str:
        """French where the municipality has a French name."""
        return one.name_fr if self.language == "fr" and one.name_fr else one.name

    def day(self, day: date, form: str = "j F Y") -> str:
        with override("fr" if self.language == "fr" else "nl-be"):
            return date_format(day, form)

    def time(self, moment: datetime) -> str:
        form = r"H \h i" if self.language == "fr" else r"H.i \u\u\r"
        return self.day(localtime(moment), form)

    def number(self, written: str) -> str:
        """A figure written as in Flanders ('€ 1.200'), as French readers in Belgium write it ('1 200 €')."""
        if self.language == "nl":
            return written
        spaced = re.sub(r"(?<=\d)\.(?=\d{3})", NARROW, written)
        return re.sub(r"^€\s*(.+)$", "\\1\N{NO-BREAK SPACE}€", spaced)


def tongue_of(language: Language, titles: Mapping[str, str]) -> Tongue:
    return Tongue(public_words(language), titles if language == "fr" else {})


def listed(names: list[str], say: Say) -> str:
    """'A, B en C'."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {say('and')} {names[-1]}"
