"""The garden in documents: as it is drawn for who sees it from outside."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.rules.picture import draw
from groeimodel.rules.picture.garden import Garden
from groeimodel.showcase.garden.selectors import garden_of, home_of
from groeimodel.showcase.photo.safe import shareable


def garden_for(partnership: Partnership, today: date, *, for_all: bool) -> Garden:
    """Without links and without title: the page says whose it is. `for_all`: nothing that is for members only."""
    garden = garden_of(home_of(partnership, person=AnonymousUser(), today=today))
    # Whoever may read a closed garden reads its document; without links it is the same for both.
    bare = shareable(garden, public=partnership.public or not for_all)
    return replace(bare, title="", example=False)


def drawn(garden: Garden) -> str:
    return draw(garden, theme="light")


def says_of(partnership: Partnership) -> str:
    return _("De tuin van %(name)s vandaag") % {"name": partnership.name}
