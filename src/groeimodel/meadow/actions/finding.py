"""How actions are found, with what was learnt from those that stopped (claim W21)."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.search.kinds import Entry, Kind
from groeimodel.meadow.actions.models import Action


def entry_of(action: Action) -> Entry:
    text = " ".join(part for part in (action.text, action.lesson, action.get_species_display()) if part)
    return Entry(action.partnership, action.title, action.get_absolute_url(), text, action.plot)


def rows(partnership: Partnership) -> Iterable[Action]:
    return Action.objects.filter(partnership=partnership).select_related("partnership", "plot")


ACTIONS = Kind(Action, _("Actie"), entry_of, rows, frozenset({"actions.seed_taken_back"}))
