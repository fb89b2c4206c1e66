"""The texts of the growth model, and the only code that reads them."""

from dataclasses import replace

from groeimodel.content import stored
from groeimodel.content.errors import ContentError
from groeimodel.content.in_force import load
from groeimodel.content.loader import load_from
from groeimodel.content.stored import to_json
from groeimodel.rules.growth.content import Content

__all__ = ["ContentError", "from_json", "load", "load_from", "to_json"]


def from_json(text: str) -> Content:
    """The content that `to_json` stored, in its own words.

    A word that this program needs and that an older version did not have yet, comes from the content that holds now:
    an old scan stays readable after an upgrade.
    """
    kept = stored.from_json(text)
    return replace(kept, words={**load().words, **kept.words})
