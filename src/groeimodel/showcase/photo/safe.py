"""Which part of a garden may be seen by whoever has a link to it.

A partnership that is public shows its garden to everyone already. Of one that is not, a link shows how much grows and
what the partners do together, by name; what it says of itself in scans and surveys, and what is only an idea or of one
municipality, is drawn without name or figure.
"""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext as _

from groeimodel.rules.picture.garden import Garden, Weather


def shareable(garden: Garden, *, public: bool) -> Garden:
    """Without links into the site; of a closed garden also without what is for its members only."""
    bare = replace(
        garden,
        members=tuple(replace(one, link="") for one in garden.members),
        flowers=tuple(replace(one, link="") for one in garden.flowers),
        seeds=tuple(replace(one, link="") for one in garden.seeds),
        compost=tuple(replace(one, link="") for one in garden.compost),
        bouquets=tuple(replace(one, link="") for one in garden.bouquets),
        link_soil="",
        link_shop="",
        link_weather="",
        link_compost="",
    )
    if public:
        return bare
    return replace(
        bare,
        weather=Weather(),
        trust=None,
        soil_health=None,
        flowers=tuple(
            one if one.plot is None else replace(one, title=_("Actie van een gemeente"), overdue=False)
            for one in bare.flowers
        ),
        seeds=tuple(replace(one, title=_("Een idee")) for one in bare.seeds),
        compost=tuple(replace(one, title=_("Gestopt")) for one in bare.compost),
    )
