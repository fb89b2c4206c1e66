"""The pictures of the models, drawn once a version of the content."""

from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe

from groeimodel import content
from groeimodel.rules.growth.content import Layer
from groeimodel.rules.picture import draw, infographic
from groeimodel.rules.picture.of_model import garden_of_model


def picture(layer: Layer) -> SafeString:
    """Inline SVG of one model, coloured by the site's own style."""
    return _picture(layer, content.load().version)


def landscape() -> SafeString:
    """The three models as one group of SVG with the id 'm-all', to be shown through windows."""
    return _landscape(content.load().version)


@lru_cache(maxsize=12)
def _picture(layer: Layer, version: str) -> SafeString:
    garden = garden_of_model(layer, content.load())
    return mark_safe(draw(garden, standalone=False, id_prefix=layer))  # noqa: S308


@lru_cache(maxsize=4)
def _landscape(version: str) -> SafeString:
    return mark_safe(infographic.landscape(content.load()))  # noqa: S308
