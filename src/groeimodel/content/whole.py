"""All content files of a folder at once: is everything in them as it should be?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from groeimodel.content.duo import duo_from
from groeimodel.content.energy import advice_from
from groeimodel.content.expectations import expectations_from
from groeimodel.content.loader import load_from
from groeimodel.content.nutrients import nutrients_from
from groeimodel.content.presentation import notes_from
from groeimodel.content.public_page import public_words_from
from groeimodel.content.pulse import pulse_questions_from
from groeimodel.content.sessions import sessions_from
from groeimodel.rules.growth.content import Content

BESIDE: tuple[Callable[[Path], Any], ...] = (
    nutrients_from,
    advice_from,
    expectations_from,
    notes_from,
    duo_from,
    pulse_questions_from,
    sessions_from,
    public_words_from,
)


def read_all(folder: Path) -> Content:
    """The model; what stands beside it is read as well. Raises ContentError with everything that is wrong with a file."""
    content = load_from(folder)
    for read in BESIDE:
        read(folder)
    return content
