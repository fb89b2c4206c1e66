"""What the pages of this room show, gathered from the rooms that know it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from groeimodel.formats.species_chart import Bar, species_bars
from groeimodel.foundation.panels import panels_of
from groeimodel.foundation.partners.access import may_for
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.scoping import may_here
from groeimodel.meadow.actions import expecting
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.selectors import members_of
from groeimodel.meadow.evaluation import selectors
from groeimodel.meadow.evaluation.forms import EvaluationForm, LookBackForm
from groeimodel.meadow.evaluation.models import Evaluation
from groeimodel.meadow.evaluation.overview import Overview, overview_of
from groeimodel.meadow.tending.selectors import hours_on, money_of, reach_of, results_of
from groeimodel.soil.lessons.selectors import suggestions


def form_of(action: Action, evaluation: Evaluation | None, data: Any = None) -> EvaluationForm:
    """Filled in as far as it is known: reach from the results, words from theme and species."""
    fresh = evaluation is None or evaluation.saved_at is None
    start: dict[str, Any] = {}
    if fresh:
        words = [action.theme.title] if action.theme else []
        words += [action.get_species_display()] if action.species else []
        reached = reach_of(action)
        start = {"tags": ", ".join(words).lower()}
        if reached:
            start |= {"reach": reached, "reach_source": _sources(action)}
        if action.result:
            start["result"] = _nearest(action.result)
    return EvaluationForm(
        data,
        instance=evaluation or Evaluation(action=action),
        initial=start,
        words=suggestions(action.partnership),
        picked=action.stage == Action.Stage.HARVEST,
    )


def _sources(action: Action) -> str:
    told = dict.fromkeys(one.source for one in results_of(action) if one.reach)
    return ", ".join(told)[:160]


def _nearest(result: int) -> int:
    return min((90, 70, 50, 30, 10), key=lambda one: abs(one - result))


def about(request: HttpRequest, action: Action, evaluation: Evaluation | None) -> dict[str, Any]:
    """What is known without the evaluation: money, hours, results, and what each partner says."""
    members = members_of(action.partnership) if action.plot_id is None else []
    voices = selectors.voices_of(action, members) if action.plot_id is None else []
    return {
        "partnership": action.partnership,
        "action": action,
        "evaluation": evaluation,
        "money": money_of(action),
        "hours": hours_on(action),
        "results": list(results_of(action)),
        "members": members,
        "voices": [one for one in voices if one.spoke or one.expectation],
        "silent": [one.municipality.name for one in voices if not (one.spoke or one.expectation)],
        "may_write": may_here(request, Evaluation(action=action))("evaluation.write"),
        "look_form": look_form(request, action, members, evaluation),
        "is_time": selectors.is_time(action, timezone.localdate()),
        "panels": panels_of("evaluation.page", action, may=may_here(request, action.partnership)),
    }


def look_form(
    request: HttpRequest,
    action: Action,
    members: list[Municipality],
    evaluation: Evaluation | None,
    data: Any = None,
) -> LookBackForm | None:
    """For the own municipalities, while it can be said."""
    closed = evaluation is not None and not evaluation.open
    if action.plot_id is not None or closed or not expecting.looks_back(action, timezone.localdate()):
        return None
    parts = request.parts  # type: ignore[attr-defined]
    own = [one for one in members if may_for(request.user, parts, "evaluation.look_back", one.pk)]
    return LookBackForm(data, places=own) if own else None


def shown_of(partnership: Partnership) -> dict[str, Any]:
    overview = overview_of(partnership)
    return {
        "overview": overview,
        "chart": chart_of(overview) if overview.species else "",
        "sentences": sentences(overview) if overview.species else [],
    }


def chart_of(overview: Overview) -> SafeString:
    bars = [
        Bar(one.name.capitalize(), one.total.picked, one.total.running, one.total.composted)
        for one in overview.species
    ]
    labels = {
        "title": _("Wat er van elke soort werd"),
        "picked": _("geplukt"),
        "running": _("loopt"),
        "composted": _("gecomposteerd"),
    }
    return mark_safe(species_bars(bars, labels))  # noqa: S308 (made by us, escaped)


def sentences(overview: Overview) -> list[str]:
    """What grows best here, in words; no municipality is named."""
    found = []
    for one in overview.best:
        words = {
            "name": one.name.capitalize(),
            "picked": one.total.picked,
            "over": one.total.picked + one.total.composted,
        }
        found.append(_("%(name)s groeit hier het best: %(picked)s van de %(over)s keer geplukt.") % words)
    struggling = [one for one in overview.species if one.word == "struggles"]
    for one in struggling:
        over = one.total.picked + one.total.composted
        words = {"name": one.name.capitalize(), "n": one.total.composted, "over": over}
        told = _("%(name)s vraagt hier een andere aanpak: %(n)s van de %(over)s keer op de compost.") % words
        found.append(f"{told} " + _("Lees de lessen voor je weer zaait."))
    if not overview.best and all(one.word == "young" for one in overview.species):
        found.append(_("Nog te vroeg om te zeggen wat hier het best groeit: er is te weinig afgerond."))
    elif not overview.best:
        found.append(_("Geen enkele soort springt er nu uit."))
    if overview.untried:
        names = ", ".join(str(one.label) for one in overview.untried)
        found.append(_("Nog niet geprobeerd: %(names)s.") % {"names": names})
    return found
