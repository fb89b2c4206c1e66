"""Seeds: taken down in one step, with where they fell (claims W1, W13), and taken back."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.origins import Origin, from_meeting
from groeimodel.meadow.actions.selectors import is_fresh
from groeimodel.meadow.actions.steps import note as _note
from groeimodel.meadow.actions.steps import step
from groeimodel.soil.notes.models import Outcome


@transaction.atomic
def take_down_seed(
    *,
    partnership: Partnership,
    title: str,
    on: date,
    species: str = "",
    text: str = "",
    plot: Municipality | None = None,
    origin: Origin | None = None,
    came_from: Action | None = None,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Action:
    """Take down an idea, for the shared meadow or for one municipality's plot. Which kind it is can wait.

    Raises:
        PermissionDenied: the actor takes no seeds down here, or not on this plot.
        ValidationError: no title, or a plot of who is no partner.
    """
    require(actor, "actions.take_down", partnership)
    action = Action(
        partnership=partnership, title=title.strip(), text=text, species=species, plot=plot, taken_down_on=on
    )
    if plot is not None:
        require(actor, "actions.tend", action)
        if not partnership.memberships.filter(municipality=plot).exists():
            raise ValidationError(_("Deze gemeente is geen partner van de samenwerking."))
    action.came_from = came_from
    return _sow(action, origin, actor=actor, at=at)


@transaction.atomic
def try_too(*, action: Action, plot: Municipality, actor: Person | None = None) -> Action:
    """'This could work for us': a seed on the own plot, with what it was seen on (claim W13). Once is enough.

    Raises:
        PermissionDenied: the actor takes no seeds down on this plot.
        ValidationError: it stands on this plot itself.
    """
    seen = Origin(action.key, action.title, action.get_absolute_url(), action.theme)
    seed = Action(
        partnership=action.partnership,
        title=action.title,
        text=action.text,
        species=action.species,
        plot=plot,
        came_from=action,
        taken_down_on=timezone.localdate(),
    )
    require(actor, "actions.tend", seed)
    if action.plot is not None and action.plot.today == plot.pk:
        raise ValidationError(_("Dit staat al op jullie eigen perceel."))
    there = Action.objects.filter(partnership=action.partnership, plot=plot, came_from=action).first()
    return there or _sow(seed, seen, actor=actor, at=None)


@transaction.atomic
def take_down_from_notes(*, outcome: Outcome, at: datetime | None = None) -> Action:
    """The seed that was heard on a meeting. Writing it down in the notes is what a right was asked for."""
    action = Action(
        partnership=outcome.partnership,
        title=outcome.text[:120],
        text=outcome.text if len(outcome.text) > 120 else "",
        taken_down_on=timezone.localdate(at),
        outcome=outcome,
    )
    origin = from_meeting(outcome.meeting, outcome.item.theme if outcome.item else None)
    return _sow(action, origin, actor=outcome.noted_by, at=at)


def _sow(action: Action, origin: Origin | None, *, actor: Person | None, at: datetime | None) -> Action:
    if origin is not None:
        action.origin, action.origin_title, action.origin_path = origin.key, origin.title[:160], origin.path
        action.theme = origin.theme
    action.full_clean()
    action.save()
    step(action, _first_reason(action), actor=actor, at=at)
    _note("actions.seed_taken_down", action, actor=actor, at=at)
    return action


def _first_reason(action: Action) -> str:
    if action.came_from_id is not None:
        return _("Gezien bij ‘%(title)s’.") % {"title": action.origin_title}
    if action.origin_title:
        return _("Viel bij ‘%(title)s’.") % {"title": action.origin_title}
    return _("Opgetekend op de weide.")


@transaction.atomic
def take_back(*, action: Action, actor: Person | None = None) -> None:
    """Undo of taking down, by who did it, while nothing else happened to the seed.

    Raises:
        PermissionDenied: somebody else noted it.
        ValidationError: something happened to it since: it can be composted, with what was learnt.
    """
    require(actor, "actions.take_back", action.changes.first() or action)
    if not is_fresh(action):
        raise ValidationError(
            _("Er gebeurde intussen iets mee. Wil je er niet mee verder? Composteer het dan.")
        )
    _drop(action, actor)


@transaction.atomic
def drop_seed_of(*, outcome: int) -> None:
    """A seed that did not sprout goes along with its line in the notes, unless others built on it since."""
    for action in Action.objects.filter(outcome=outcome, stage=Action.Stage.SEED):
        try:
            with transaction.atomic():
                _drop(action, None)
        except ProtectedError:
            continue


def _drop(action: Action, actor: Person | None) -> None:
    _note("actions.seed_taken_back", action, actor=actor)
    action.delete()
