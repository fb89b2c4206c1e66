"""What is sown out of an evaluation: the same again, or something special that asks for more feed (claim W9)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.people.models import Person
from groeimodel.meadow.actions import services as actions
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.origins import Origin
from groeimodel.meadow.actions.selectors import is_gardener
from groeimodel.meadow.evaluation.models import Evaluation
from groeimodel.meadow.tending.money import in_euro

LONGEST = 120
"""Characters of a title."""


def sow_on(
    evaluation: Evaluation, *, actor: Person | None = None, at: datetime | None = None
) -> Action | None:
    """A seed with the same theme, species and estimate; worked out already when it is made special. Part of closing."""
    verdict = Evaluation.Verdict(evaluation.verdict)
    if verdict not in (Evaluation.Verdict.AGAIN, Evaluation.Verdict.SPECIALISE):
        return None
    old = evaluation.action
    blank = Action(partnership=old.partnership, plot=old.plot)
    # The right to close was asked. A gardener from elsewhere may have no right on the plot itself.
    by = actor if (actor is not None and actor.has_perm("actions.tend", blank)) or old.plot is None else None
    seed = actions.take_down_seed(
        partnership=old.partnership,
        title=_title(evaluation),
        on=timezone.localdate(at),
        species=old.species,
        text=_text(evaluation),
        plot=old.plot,
        origin=Origin(old.key, old.title, old.get_absolute_url(), old.theme),
        came_from=old,
        actor=by,
        at=at,
    )
    estimate = old.estimate if old.estimate is not None else old.budget
    hours = old.estimate_hours if old.estimate_hours is not None else evaluation.hours or None
    plan = replace(actions.plan_of(seed), estimate=estimate, estimate_hours=hours)
    actions.change_plan(action=seed, plan=plan)
    if verdict == Evaluation.Verdict.SPECIALISE:
        gardener = old.gardener if old.gardener and is_gardener(old.partnership, old.gardener) else None
        reason = _("Vraagt extra voeding: %(feed)s") % {"feed": evaluation.feed}
        actions.work_out(action=seed, gardener=gardener, reason=reason, actor=by, at=at)
    return seed


def _title(evaluation: Evaluation) -> str:
    words = {"title": evaluation.action.title}
    if evaluation.verdict == Evaluation.Verdict.SPECIALISE:
        return (_("%(title)s, gespecialiseerd") % words)[:LONGEST]
    return (_("%(title)s, opnieuw") % words)[:LONGEST]


def _text(evaluation: Evaluation) -> str:
    """What a reader of the new one should know of the old one."""
    told = [_("De vorige keer: %(reason)s") % {"reason": evaluation.reason}]
    if evaluation.cost:
        told.append(_("Het kostte %(cost)s.") % {"cost": in_euro(evaluation.cost)})
    told.append(_("De les: %(lesson)s") % {"lesson": evaluation.title})
    if evaluation.feed and evaluation.verdict == Evaluation.Verdict.SPECIALISE:
        told.append(_("Extra voeding: %(feed)s") % {"feed": evaluation.feed})
    return "\n".join(told)[:2000]
