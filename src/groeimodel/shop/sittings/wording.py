"""What this room says in words, on pages, in mails and in the minutes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from groeimodel.foundation.decisions.wording import kind_label
from groeimodel.rules.votes import Problem
from groeimodel.shop.sittings.models import AgendaItem

PROBLEMS = {
    "unknown_seat": gettext_lazy("%(name)s hoort niet bij deze zitting."),
    "giver_present": gettext_lazy("%(name)s is er, en kan dus geen volmacht geven."),
    "giver_twice": gettext_lazy("%(name)s gaf twee volmachten."),
    "holder_absent": gettext_lazy("%(name)s is er niet, en kan dus voor niemand anders stemmen."),
    "holder_advisory": gettext_lazy("%(name)s heeft een raadgevende stem, en kan geen volmacht krijgen."),
}


def problem(one: Problem, names: Mapping[int, str], limit: int) -> str:
    """What is wrong with an attendance, with the name of whom it is about."""
    name = names.get(int(one.seat), _("Deze zetel"))
    if one.wrong == "too_many":
        if not limit:
            return _("De statuten laten geen volmachten toe, en %(name)s kreeg er een.") % {"name": name}
        said = ngettext(
            "%(name)s mag volgens de statuten één volmacht hebben.",
            "%(name)s mag volgens de statuten %(n)s volmachten hebben.",
            limit,
        )
        return said % {"name": name, "n": limit}
    return str(PROBLEMS[one.wrong] % {"name": name})


def kinds_of(names: Iterable[str]) -> list[tuple[str, str]]:
    """The kinds of points that somebody can choose, with what they are called."""
    return [
        *((name, kind_label(name).capitalize()) for name in names),
        (AgendaItem.NOTE, _("Ter kennisgeving, zonder stemming")),
    ]


def joined(names: Iterable[str]) -> str:
    """'Joris, Carla en Bart'."""
    rows = list(names)
    if len(rows) < 2:
        return "".join(rows)
    return _("%(first)s en %(last)s") % {"first": ", ".join(rows[:-1]), "last": rows[-1]}
