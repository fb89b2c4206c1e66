"""The texts of the growth model, and the only code that reads them."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from groeimodel.content import stored
from groeimodel.content.errors import ContentError
from groeimodel.content.loader import load_from
from groeimodel.content.stored import to_json
from groeimodel.rules.growth.content import Content

__all__ = ["ContentError", "from_json", "load", "load_from", "to_json"]


@cache
def load() -> Content:
    """The content that this version ships; read once. Raises ContentError naming every problem."""
    return load_from(Path(__file__).parent)


def from_json(text: str) -> Content:
    """The content that `to_json` stored, in its own words.

    A word that this program needs and that an older version did not have yet, comes from the shipped content:
    an old scan stays readable after an upgrade.
    """
    kept = stored.from_json(text)
    return replace(kept, words={**load().words, **kept.words})
