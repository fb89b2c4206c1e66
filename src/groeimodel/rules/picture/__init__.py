"""The garden picture: a pure function from a `Garden` value to SVG."""

from html import escape

from groeimodel.rules.picture.garden import Garden

__all__ = ["Garden", "draw"]


def draw(
    garden: Garden, *, theme: str = "auto", language: str = "nl", standalone: bool = True, id_prefix: str = "g"
) -> str:
    """A first, plain drawing: sky, meadow and soil, and the name of the garden."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 900" role="img">'
        f"<title>{escape(garden.title)}</title>"
        '<rect width="1600" height="560" fill="#cfe4e6"/><rect y="560" width="1600" height="340" fill="#45291f"/></svg>'
    )
