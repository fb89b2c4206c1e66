"""The texts of the growth model, and the only code that reads them."""

from functools import cache
from pathlib import Path

from groeimodel.content.errors import ContentError
from groeimodel.content.loader import load_from
from groeimodel.content.stored import from_json, to_json
from groeimodel.rules.growth.content import Content

__all__ = ["ContentError", "from_json", "load", "load_from", "to_json"]


@cache
def load() -> Content:
    """The content that this version ships; read once. Raises ContentError naming every problem."""
    return load_from(Path(__file__).parent)
