"""The growth model on one A3 page, for on the wall: every word comes from the content."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from groeimodel.rules.growth.content import ACTORS, LAYERS, Content, Language
from groeimodel.rules.picture.infographic import WINDOWS, draw_models

_HERE = Path(__file__).parent
_LEGEND = "infographic.legend."
_REGION = {"nl": "BE", "en": "GB"}


def poster_data(content: Content, language: Language) -> dict[str, Any]:
    """Everything that the poster shows, as JSON values."""

    def word(key: str) -> str:
        return content.word(f"infographic.{key}", language)

    return {
        "language": language,
        "region": _REGION[language],
        "title": word("title"),
        "subtitle": word("subtitle"),
        "always": word("always"),
        "enough": word("enough"),
        "question": word("question"),
        "soil": word("soil_runs"),
        "picture": draw_models(content, theme="light", language=language),
        "picture_says": "; ".join(
            f"{model.name.in_language(language)}, {model.plain.in_language(language)}"
            for model in content.models
        ),
        "legend_title": word("legend_title"),
        "legend": [
            text.in_language(language) for key, text in content.words.items() if key.startswith(_LEGEND)
        ],
        "widths": [window.width for window in WINDOWS],
        "principles": [
            {"title": one.title.in_language(language), "text": one.text.in_language(language)}
            for one in content.principles
        ],
        "models": [
            {
                "layer": layer,
                "name": (model := content.model(layer)).name.in_language(language),
                "plain": model.plain.in_language(language),
                "summary": model.summary.in_language(language),
                "enough": model.enough.in_language(language),
                "parts": [
                    {
                        "actor": actor,
                        "who": content.word(f"actor.{actor}", language),
                        "title": model.parts[actor].title.in_language(language),
                        "points": [point.in_language(language) for point in model.parts[actor].points],
                    }
                    for actor in ACTORS
                ],
            }
            for layer in LAYERS
        ],
    }


def render_poster(content: Content, language: Language = "nl") -> bytes:
    """A PDF of one A3 page, landscape, tagged (PDF/UA-1); the same content gives the same bytes."""
    return _compile(json.dumps(poster_data(content, language), ensure_ascii=False))


@cache
def _compile(data: str) -> bytes:
    import typst

    made = typst.compile(
        _HERE / "typst" / "poster.typ",
        format="pdf",
        root=_HERE / "typst",
        font_paths=[_HERE / "fonts"],
        ignore_system_fonts=True,
        sys_inputs={"data": data},
        pdf_standards=["ua-1"],
        timestamp=0,
    )
    if not isinstance(made, bytes):
        raise TypeError("a poster is one file")
    return made
