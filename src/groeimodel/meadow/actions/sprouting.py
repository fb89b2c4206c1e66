"""'What this still needs to sprout': the short list on the page of an action (claim W2).

What this room knows itself comes from the rule (`rules/sprouting`); rooms above add theirs:

    sprouting.ask(items_of)       # (action) -> [Item("checks", _("Lokale toets"), done=False, url=...)]

An item with the key of one that is there takes its place: the room that leads to a decision says where.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.decisions.selectors import adopted
from groeimodel.foundation.mandates.models import Mandate
from groeimodel.foundation.mandates.selectors import in_force_of
from groeimodel.meadow.actions.models import Action
from groeimodel.rules.sprouting import Known, needs


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that it needs."""

    key: str
    text: Any
    """'Een tuinier'."""
    done: bool
    must: bool = True
    """Without it, it cannot go on."""
    why: Any = ""
    """A sentence beside it, while it is not done."""
    url: str = ""
    """Where it is done."""
    right: str = ""
    """The address is shown only to who has this right on the action."""


Provider = Callable[[Action], Sequence[Item]]

_providers: list[Provider] = []


def ask(provider: Provider) -> None:
    """Add a provider; the same one twice counts once. It runs in the scope of the partnership, in few queries."""
    if provider not in _providers:
        _providers.append(provider)


def asked_by() -> list[str]:
    """The providers, for the page of documentation."""
    return [f"{one.__module__}.{one.__name__}" for one in _providers]


def items_of(action: Action, today: date) -> list[Item]:
    """Everything that a seed or seedling needs, done or not; nothing for what runs or is over."""
    if action.stage not in (Action.Stage.SEED, Action.Stage.SEEDLING):
        return []
    found = {one.key: one for one in _own(action, today)}
    for provider in _providers:
        found |= {one.key: one for one in provider(action)}
    return list(found.values())


def _own(action: Action, today: date) -> list[Item]:
    seed = action.stage == Action.Stage.SEED
    known = Known(
        seed=seed,
        shared=action.plot_id is None,
        species=bool(action.species),
        gardener=action.gardener_id is not None,
        estimate=action.estimate is not None or action.estimate_hours is not None,
        dates=action.starts is not None and action.ends is not None,
        time=not seed and _has_time(action, today),
        decided=not seed and adopted(action.partnership, action.key) is not None,
    )
    place = [action.partnership.slug, action.pk]
    plan = reverse("actions:work_out" if seed else "actions:change", args=place)
    right = "actions.work_out" if seed and action.plot_id is None else "actions.tend"
    links = {"time": reverse("mandates:list", args=place[:1]), "decision": ""}
    words = _words()
    return [
        Item(one.point, words[one.point][0], one.done, one.must, words[one.point][1],
             links.get(one.point, plan), "" if one.point in links else right)
        for one in needs(known)
    ]  # fmt: skip


def _words() -> dict[str, tuple[str, str]]:
    return {
        "species": (_("Een soort"), _("Is het een vorming, een kamp, een feest?")),
        "gardener": (_("Een tuinier"), _("Iemand die het trekt.")),
        "estimate": (_("Een raming"), _("Wat kost het ongeveer, in euro of in uren?")),
        "dates": (_("Een begin en een einde"), _("Zo blijft het haalbaar.")),
        "time": (_("Tijd voor de tuinier"), _("Een tijdsmandaat van de schepen.")),
        "decision": (_("Een gezamenlijk besluit"), _("Op de gezamenlijke weide beslissen jullie samen.")),
    }


def _has_time(action: Action, today: date) -> bool:
    """Whether the gardener holds time, for this action or for all that is shared."""
    if action.gardener is None:
        return False
    held = in_force_of(action.gardener, action.partnership, today)
    return any(one.kind == Mandate.Kind.TIME and one.subject in ("", action.key) for one in held)
