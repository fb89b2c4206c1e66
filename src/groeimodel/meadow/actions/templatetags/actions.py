"""Small drawings of actions, and questions that their pages ask."""

from datetime import date
from functools import cache
from math import cos, pi, sin

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.selectors import is_overdue

register = template.Library()

PETALS = {"poppy": 4, "cornflower": 9, "sunflower": 12, "mallow": 5, "daisy": 10}
SEED = (
    '<path class="growth__ground" d="M2 22q14 -5 28 0v6q-14 3 -28 0z"/>'
    '<path class="growth__seed" d="M16 24c-5 0 -6 -6 0 -10c6 4 5 10 0 10z"/>'
)
SPROUT = (
    '<path class="growth__ground" d="M3 26q13 -4 26 0v3q-13 2 -26 0z"/>'
    '<path class="growth__stem" d="M16 26V13"/>'
    '<path class="growth__leaf" d="M16 17c-6 1 -10 -2 -11 -7c6 -1 10 2 11 7zM16 14c5 1 9 -2 10 -7c-6 -1 -9 2 -10 7z"/>'
)
HEAP = (
    '<path class="growth__heap" d="M3 27q3 -9 8 -10q2 -5 6 -4q6 1 7 7q5 1 5 7z"/>'
    '<path class="growth__straw" d="M8 23l5 -2M15 18l4 3M18 25l6 -2M11 26l3 -1"/>'
)


@register.filter
def overdue(action: Action, today: date) -> bool:
    return is_overdue(action, today)


KINDS = {one.value: str(one.label).capitalize() for one in Action.Species}


@register.filter
def kind_name(species: str) -> str:
    """The kind of an action in words; nothing while nobody said it."""
    return KINDS.get(species, "")


@register.simple_tag
def flower_icon(species: str) -> SafeString:
    """The flower of a kind of action, small; the colour comes from the style sheet."""
    return _flower(species)


@register.simple_tag
def look(action: Action) -> SafeString:
    """What an action looks like now: a seed, a sprout in the colour of its kind, a flower, a heap of compost."""
    return _look(action.stage, action.species)


@cache
def _look(stage: str, species: str) -> SafeString:
    if stage in (Action.Stage.FLOWER, Action.Stage.HARVEST) and species:
        return _flower(species)
    drawn = {Action.Stage.SEED: SEED, Action.Stage.COMPOST: HEAP}.get(Action.Stage(stage), SPROUT)
    bud = '<circle class="growth__bud" cx="16" cy="9" r="4"/>' if stage == Action.Stage.SEEDLING else ""
    return format_html(
        '<svg class="growth growth--{} flower--{}" viewBox="0 0 32 32" aria-hidden="true" focusable="false">{}</svg>',
        stage,
        species or "none",
        mark_safe(drawn + bud),  # noqa: S308 (constants)
    )


@cache
def _flower(species: str) -> SafeString:
    count = PETALS[species]
    wide = 7.4 if species == "poppy" else 15 / count + 1.6
    petals = "".join(
        f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{wide:.1f}" ry="6.4" transform="rotate({turn:.0f} {x:.1f} {y:.1f})"/>'
        for turn in (360 * at / count for at in range(count))
        for x, y in [(16 + 7.5 * sin(turn * pi / 180), 16 - 7.5 * cos(turn * pi / 180))]
    )
    return format_html(
        '<svg class="flower flower--{}" viewBox="0 0 32 32" aria-hidden="true" focusable="false">'
        '<g class="flower__petals">{}</g><circle class="flower__heart" cx="16" cy="16" r="4.2"/></svg>',
        species,
        mark_safe(petals),  # noqa: S308 (numbers)
    )


@register.simple_tag
def action_root(partnership: Partnership) -> str:
    """The address under which the actions of a partnership stand: reversed once a page, not once a row."""
    return reverse("actions:action", args=[partnership.slug, 0]).removesuffix("0/")


@register.filter
def stage_name(stage: str) -> str:
    """As the heading of a list."""
    return {
        Action.Stage.SEED: _("Zaadjes"),
        Action.Stage.SEEDLING: _("Kiemen"),
        Action.Stage.FLOWER: _("Bloemen"),
        Action.Stage.HARVEST: _("Geplukt"),
        Action.Stage.COMPOST: _("Compost"),
    }[Action.Stage(stage)]


@register.filter
def stage_in_words(stage: str) -> str:
    """The plain words beside the metaphor."""
    return {
        Action.Stage.SEED: _("ideeën"),
        Action.Stage.SEEDLING: _("wordt uitgewerkt"),
        Action.Stage.FLOWER: _("lopende acties"),
        Action.Stage.HARVEST: _("afgerond"),
        Action.Stage.COMPOST: _("gestopt, met een les"),
    }[Action.Stage(stage)]
