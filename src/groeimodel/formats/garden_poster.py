"""A garden on A3, to hang up: the picture over the whole page, what is drawn in it, and a few figures.

poster_of(GardenPoster(title="Kempendal", svg=draw(garden, theme="light", standalone=False), says="De tuin van Kempendal"))
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

from groeimodel.formats.document import Figure, TooLong
from groeimodel.formats.document_parts import safe_colour
from groeimodel.formats.one_page import render


@dataclass(frozen=True, slots=True)
class GardenPoster:
    title: str
    subtitle: str = ""
    legend: tuple[tuple[str, str], ...] = ()
    """What is drawn, and what it means: ('Een bloem', 'een actie die loopt')."""
    figures: tuple[Figure, ...] = ()
    """At most five stand beside each other; more take a second row."""
    svg: str = ""
    """16:9, best drawn without its own name (`standalone=False`): the title stands in the sky."""
    says: str = ""
    """The picture in words, for who does not see it."""
    footer: str = ""
    example: str = ""
    """'verzonnen voorbeeld'; empty for what is real."""
    colour: str = "#2f6b45"
    """Of the partnership, as '#rrggbb'."""
    language: str = "nl-BE"
    region: str = "BE"


def poster_of(poster: GardenPoster) -> bytes:
    """A PDF of one A3 page, landscape, tagged (PDF/UA-1); the same poster gives the same bytes.

    Raises `TooLong` when legend and figures do not fit below the garden, however small.
    """
    import typst

    title = poster.title.strip() or poster.subtitle.strip() or "Groeimodel"
    data = {
        **asdict(poster),
        "title": title,
        "says": poster.says.strip() or title,
        "colour": safe_colour(poster.colour),
        "language": poster.language.split("-")[0] or "nl",
        "legend": [[drawn, means] for drawn, means in poster.legend if drawn.strip() or means.strip()],
    }
    try:
        return render("garden_poster.typ", data)
    except typst.TypstError as error:
        if "too long for one page" in str(error):
            raise TooLong("legend and figures do not fit below the garden") from error
        raise
