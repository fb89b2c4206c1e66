"""Sowing at home what was seen in another garden."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.meadow.actions import services as actions
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.origins import Origin
from groeimodel.showcase.neighbours import selectors


@transaction.atomic
def sow_here(*, partnership: Partnership, key: int, actor: Person | None) -> Action:
    """'This could work for us': a seed on the own shared meadow, that says where it was seen. Once is enough.

    Raises:
        PermissionDenied: the actor takes no seeds down here.
        ValidationError: that garden is not open, or the own one is not.
    """
    require(actor, "actions.take_down", partnership)
    seen = selectors.to_sow(partnership, key) if selectors.takes_part(partnership) else None
    if seen is None:
        raise ValidationError(_("Die actie is niet meer te zien. Kies een andere."))
    if seen.sown is not None:
        return seen.sown
    found, garden = seen.action, seen.action.partnership
    page = f"{reverse('neighbours:list', args=[partnership.slug])}?tuin={garden.slug}"
    title = _("%(title)s, bij %(partnership)s") % {"title": seen.title, "partnership": garden.name}
    return actions.take_down_seed(
        partnership=partnership,
        title=seen.title,
        text=seen.text,
        species=found.species,
        on=timezone.localdate(),
        origin=Origin(selectors.key_of(found), title, page),
        actor=actor,
    )
