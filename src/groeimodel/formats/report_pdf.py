"""The told diagnosis on paper, for the table in the meeting room: A4, tagged, checked against PDF/UA-1."""

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from groeimodel.formats import charts
from groeimodel.formats.report import Report
from groeimodel.rules.growth.story import Story

_HERE = Path(__file__).parent
_REGION = {"nl": "BE", "en": "GB"}
# Widths that charts are drawn at; the page shows them at about two thirds, so that their letters fit its own.
_FULL, _CERTAINTY, _GAPS, _THIRD = 690.0, 270.0, 345.0, 205.0
_MOST = 3
"""How many statements stand on paper that divide most, or are misjudged most; all are in the full result."""


def render_pdf(report: Report) -> bytes:
    """A PDF; the same report gives the same bytes. Raises typst.TypstError when the page cannot be made."""
    import typst

    data = page_data(report)
    try:
        return _compile(data)
    except typst.TypstError as error:
        if "could not be displayed" not in str(error):
            raise
    # A name holds a sign that no letter here can show; PDF/UA refuses that, a question mark is readable.
    return _compile(showable(data))


def _compile(data: dict[str, Any]) -> bytes:
    import typst

    made = typst.compile(
        _HERE / "typst" / "report.typ",
        format="pdf",
        root=_HERE / "typst",
        font_paths=[_HERE / "fonts"],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=["ua-1"],
        timestamp=0,
    )
    if not isinstance(made, bytes):
        raise TypeError("a PDF is one file")
    return made


class _Showable(dict[int, str]):
    """Keeps what the letters of formats/fonts can show, takes other letters apart ('Ș' to 'S'), else '?'."""

    OTHERS = frozenset("–—‘’‚“”„•…‹›€−™Œœ")
    PLAIN = str.maketrans(
        {"→": "->", "←": "<-", "≤": "<=", "≥": ">=", "≈": "~", "µ": "u", "‐": "-", "‑": "-", "⁄": "/"}
        | dict(zip("łŁđĐ", "lLdD", strict=True))
    )
    UNSEEN = frozenset(("Cc", "Cf", "Cs", "Mn", "Me"))
    """Controls, marks that belong to the sign before them, and joints between emoji."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        self[code] = shown = self._shown(sign)
        return shown

    def _shown(self, sign: str) -> str:
        if sign.isspace():
            return sign if sign in "\n\t\xa0 " else " "
        if ord(sign) in self.PLAIN:
            return str(self.PLAIN[ord(sign)])
        if unicodedata.category(sign) in self.UNSEEN or "\U0001f3fb" <= sign <= "\U0001f3ff":
            return ""
        if sign in self.OTHERS or (sign <= "ÿ" and sign.isprintable()):
            return sign
        plain = unicodedata.normalize("NFKD", sign)
        return "?" if plain == sign else "".join(self._shown(one) for one in plain) or "?"


def showable(value: Any) -> Any:
    """The same value with every text in it made showable."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value).translate(_Showable())
    if isinstance(value, dict):
        return {key: showable(one) for key, one in value.items()}
    return [showable(one) for one in value] if isinstance(value, list | tuple) else value


def page_data(report: Report) -> dict[str, Any]:
    """Everything that the page shows, as JSON values: the template holds no words of its own."""
    story = report.story
    labels = story.labels
    divided, misjudged = story.divided[:_MOST], story.guesses_to_talk_about
    return {
        "title": report.title,
        "language": report.language,
        "region": _REGION[report.language],
        "example": report.example,
        "labels": dict(labels),
        "made_on": f"{labels['made_on']} {report.date_text}" if report.date_text else "",
        "footer": f"{labels['content_version']} {story.content_version}",
        "story": asdict(story),
        "garden": report.garden_print_svg,
        "garden_alt": f"{labels['garden']}. {story.headline}",
        "notices": [*(one.text for one in story.warnings), *story.hidden],
        "talk": [asdict(gap) for gap in story.gaps_to_talk_about],
        "guesses": [asdict(guess) for guess in misjudged[:_MOST]],
        "guesses_first": labels["guesses_first"] if len(misjudged) > _MOST else story.guesses_rest_text,
        "divided": [asdict(one) for one in divided],
        "divided_first": labels["divided_first"] if len(divided) < len(story.divided) else "",
        "layers_alt": _sentences(f"{one.name}: {one.score_text}, {one.health_text}" for one in story.layers),
        "gaps_alt": _sentences(f"{one.label}: {one.alderman_text}, {one.officer_text}" for one in story.gaps),
        "charts": {
            "certainty": charts.certainty_bar(story.certainty, labels, width=_CERTAINTY),
            "layers": charts.layer_bars(story.layers, labels, width=_FULL),
            "gaps": charts.dot_plot(story.gaps, labels, width=_GAPS),
            "spread": [
                charts.spread(one, labels, width=_THIRD) if any(one.counts) else "" for one in divided
            ],
        },
        "tables": _tables(story),
    }


def _sentences(parts: Iterable[str]) -> str:
    return ". ".join(parts) or "-"


def _tables(story: Story) -> dict[str, Any]:
    labels = story.labels
    return {
        "changes": {
            "caption": "",
            "columns": [labels["layer"], labels["before"], labels["after"], labels["change"]],
            "rows": [[one.label, one.before_text, one.after_text, one.text] for one in story.changes],
        },
        "heard": {
            "caption": "",
            "columns": [labels["municipality"], labels["alderman"], labels["officer"]],
            "rows": [[one.municipality, one.alderman_text, one.officer_text] for one in story.heard],
        },
    }
