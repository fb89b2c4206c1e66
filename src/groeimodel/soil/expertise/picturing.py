"""The picture of who complements whom, as the page shows it: drawn once for wide and once for narrow screens."""

from __future__ import annotations

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.rules.expertise import Bringer, Stratum
from groeimodel.rules.expertise.picture import Labels, Shape, draw
from groeimodel.soil.expertise.selectors import Directory


def pictures_of(found: Directory, name: str) -> dict[str, SafeString]:
    """By shape. The text is made by ourselves and everything in it is escaped there."""
    labels = labels_of([one.stratum for one in found.areas], name)
    shapes: tuple[Shape, ...] = ("wide", "tall")
    return {
        shape: mark_safe(draw([one.stratum for one in found.areas], labels, shape=shape, prefix=shape))  # noqa: S308
        for shape in shapes
    }


def labels_of(layers: list[Stratum], name: str) -> Labels:
    lacking = sum(one.missing for one in layers)
    description = ngettext(
        "Een doorsnede van de grond. Elke laag is een voedingsstof: links ligt wie ze meebrengt, rechts wie ze zoekt. %(n)s laag brengt niemand mee.",
        "Een doorsnede van de grond. Elke laag is een voedingsstof: links ligt wie ze meebrengt, rechts wie ze zoekt. %(n)s lagen brengt niemand mee.",
        lacking,
    )
    return Labels(
        title=_("Wie vult wie aan in %(name)s") % {"name": name},
        description=description % {"n": lacking},
        brings=_("brengt mee"),
        seeks=_("zoekt"),
        nobody=_("niemand brengt dit mee"),
        quiet=_("nog niemand"),
        layers={one.nutrient.id: sentence_of(one) for one in layers},
        links={one.nutrient.id: f"#stof-{one.nutrient.id}" for one in layers},
    )


def sentence_of(one: Stratum) -> str:
    """'Fuiven en evenementen. Brengt mee: Eikvoort. Zoekt: Beukmeer.'"""
    brings = _("Brengt mee: %(names)s.") % {"names": _names(one.givers)} if one.givers else ""
    seeks = _("Zoekt: %(names)s.") % {"names": _names(one.takers)} if one.takers else ""
    nobody = "" if one.givers else _("Niemand brengt dit mee.")
    return " ".join(part for part in (f"{one.nutrient.name}.", brings, nobody, seeks) if part)


def _names(members: tuple[Bringer, ...]) -> str:
    return ", ".join(one.name for one in members)
