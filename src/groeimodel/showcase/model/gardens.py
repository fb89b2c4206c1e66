"""The pictures of the three models, drawn once."""

from functools import cache

from django.utils.safestring import SafeString, mark_safe

from groeimodel import content
from groeimodel.rules.growth.content import Layer
from groeimodel.rules.picture import draw
from groeimodel.rules.picture.of_model import garden_of_model


@cache
def picture(layer: Layer) -> SafeString:
    """Inline SVG, coloured by the site's own style."""
    garden = garden_of_model(layer, content.load())
    return mark_safe(draw(garden, standalone=False, id_prefix=layer))  # noqa: S308
