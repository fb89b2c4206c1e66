"""Who may do what with an action: members take seeds down, the gardener and the coordinator tend."""

from groeimodel.foundation.partners.access import Visitor, holds_seat, is_coordinator, speaks_for
from groeimodel.foundation.rights import grant, predicate
from groeimodel.meadow.actions.models import Action


@predicate
def is_gardener(person: Visitor, action: Action) -> bool:
    return person.pk is not None and action.gardener_id == person.pk


@predicate
def coordinates(person: Visitor, action: Action) -> bool:
    return is_coordinator(person, action.partnership)


@predicate
def stands_on_own_plot(person: Visitor, action: Action) -> bool:
    return action.plot is not None and speaks_for(person, action.partnership, action.plot)


grant("actions.take_down", holds_seat | is_coordinator)
"""In a partnership: take down a seed."""
grant("actions.tend", is_gardener | coordinates | stands_on_own_plot)
"""Of one action: start it, report on it, stop it."""
