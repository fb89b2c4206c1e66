"""Finds statements by id or by text, as form tools export them: numbered, in brackets, cut off."""

from __future__ import annotations

import re
import unicodedata

from groeimodel.rules.growth.content import ROLES, Content

NUMBERED = re.compile(r"^\s*(?:vraag|stelling|question|q)?\s*\d+\s*[.:)\-]\s*", re.I)
IN_BRACKETS = re.compile(r"\[([^\]]+)\]\s*$")
SHORTEST_PREFIX = 25
LONGEST = 1000
"""Signs: no statement is longer, and to look for one in a heading of a million signs takes minutes."""
NEAR, WORTH_OFFERING = 85, 55
"""Of 100: a mistyped id or text rather than something else, and what may be asked for."""
ASK_LIST = "'groeimodel statements' toont ze allemaal. Is het geen stelling? Haal de kolom weg."


def normalised(text: str) -> str:
    """Without case, accents and signs, single spaces."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return " ".join("".join(sign if sign.isalnum() else " " for sign in plain).split())


class Finder:
    """The statements of one content, by anything that heads a column or fills a cell."""

    def __init__(self, content: Content) -> None:
        self.names = [one.id for one in content.statements]
        self.ids = {normalised(one.id): n for n, one in enumerate(content.statements)}
        self.texts: dict[str, int] = {}
        for n, one in enumerate(content.statements):
            for role in ROLES:
                for text in (one.text(role, "nl"), one.text(role, "en")):
                    self.texts[normalised(text)] = n
        self._seen: dict[str, int | None] = {}

    def find(self, text: str) -> int | None:
        """Index of the statement, or None."""
        if text not in self._seen:
            self._seen[text] = self._find(text)
        return self._seen[text]

    def _find(self, text: str) -> int | None:
        if len(text) > LONGEST:
            return None
        bracket = IN_BRACKETS.search(text)
        for candidate in (text, NUMBERED.sub("", text), bracket.group(1) if bracket else ""):
            key = normalised(candidate)
            if key in self.ids:
                return self.ids[key]
            if key in self.texts:
                return self.texts[key]
            if len(key) >= SHORTEST_PREFIX:
                found = {n for full, n in self.texts.items() if full.startswith(key)}
                if len(found) == 1:
                    return found.pop()
        return None

    def nearest(self, text: str) -> str:
        """The id of the statement that this looks most like, by id or by text; '' when none comes close."""
        found, points = self._nearest(text)
        return found if points >= WORTH_OFFERING else ""

    def comes_near(self, text: str) -> bool:
        return self._nearest(text)[1] >= NEAR

    def _nearest(self, text: str) -> tuple[str, float]:
        from rapidfuzz import fuzz, process

        key = normalised(text[:LONGEST])
        by_id = process.extractOne(key, list(self.ids), scorer=fuzz.ratio)
        by_text = process.extractOne(key, list(self.texts), scorer=fuzz.ratio)
        if by_text[1] > by_id[1]:
            return self.names[self.texts[by_text[0]]], by_text[1]
        return self.names[self.ids[by_id[0]]], by_id[1]
