"""Every write about evaluations: the draft, looking back for a municipality, and closing, which carries the verdict out."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.meadow.actions import expecting
from groeimodel.meadow.actions import services as actions
from groeimodel.meadow.actions.models import Action, ActionExpectation
from groeimodel.meadow.evaluation import following_up, letters
from groeimodel.meadow.evaluation.models import Evaluation, LookBack
from groeimodel.meadow.tending.common import ran
from groeimodel.meadow.tending.selectors import hours_on, money_of
from groeimodel.soil.lessons import services as lessons
from groeimodel.soil.lessons.services import Learned, tidy

Stage, Verdict = Action.Stage, Evaluation.Verdict


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody fills in; all of it may be empty in a draft."""

    reach: int | None = None
    reach_source: str = ""
    went_well: str = ""
    title: str = ""
    learned: str = ""
    helps: str = ""
    tags: str = ""
    share: bool = False
    verdict: str = ""
    reason: str = ""
    feed: str = ""
    result: int | None = None


@transaction.atomic
def save_draft(*, action: Action, said: Said, actor: Person | None = None) -> Evaluation:
    """Keep what is written so far; everything can still change until it is closed.

    Raises:
        PermissionDenied: the actor neither tends the action nor coordinates.
        ValidationError: it never ran, or its evaluation is closed.
    """
    require(actor, "evaluation.write", Evaluation(action=action))
    evaluation = _of(action)
    for field in fields(said):
        value = getattr(said, field.name)
        setattr(evaluation, field.name, value.strip() if isinstance(value, str) else value)
    evaluation.tags = tidy(said.tags)
    evaluation.saved_at, evaluation.saved_by = timezone.now(), actor
    evaluation.full_clean()
    evaluation.save()
    _note("evaluation.saved", evaluation, actor=actor)
    return evaluation


def _of(action: Action) -> Evaluation:
    """The open evaluation of an action, as it is now."""
    if not ran(action):
        raise ValidationError(_("Evalueren kan als de actie loopt of liep."))
    evaluation, _made = Evaluation.objects.get_or_create(action=action)
    evaluation = _locked(evaluation)
    if not evaluation.open:
        raise ValidationError(_("Deze evaluatie is gesloten."))
    return evaluation


def _locked(evaluation: Evaluation) -> Evaluation:
    rows = Evaluation.objects.select_related(
        "action__partnership", "action__plot__merged_into", "action__gardener", "action__theme"
    )
    return rows.select_for_update(of=("self",)).get(pk=evaluation.pk)


@transaction.atomic
def look_back(
    *, action: Action, municipality: Municipality, text: str, came: str = "", actor: Person | None = None
) -> LookBack | ActionExpectation:
    """What a partner of a shared action says at the end: whether what it expected came true, or what strikes it.

    Raises:
        PermissionDenied: of another municipality, or of one that is no partner.
        ValidationError: too early, closed already, on a plot, or nothing is said.
    """
    if ActionExpectation.objects.filter(action=action, municipality=municipality).exists():
        return expecting.look_back(
            action=action, municipality=municipality, came=came, text=text, actor=actor
        )
    evaluation, _made = Evaluation.objects.get_or_create(action=action)
    row = LookBack.objects.filter(evaluation=evaluation, municipality=municipality).first()
    row = row or LookBack(evaluation=evaluation, municipality=municipality)
    row.evaluation.action = action
    require(actor, "evaluation.look_back", row)
    if not action.partnership.memberships.filter(municipality=municipality, ends=None).exists():
        raise PermissionDenied("Deze gemeente is geen partner van de samenwerking.")
    problems = []
    if action.plot_id is not None:
        problems.append(_("Dit is een actie op een eigen perceel: die gemeente evalueert ze zelf."))
    if not expecting.looks_back(action, timezone.localdate()):
        problems.append(_("Terugkijken kan vanaf twee weken voor het einde van de actie."))
    if not evaluation.open:
        problems.append(_("De evaluatie is gesloten: terugkijken kan niet meer."))
    if not text.strip():
        problems.append(_("Schrijf in één zin wat jullie opvalt."))
    if problems:
        raise ValidationError(problems)
    row.text, row.written_by, row.written_at = text.strip(), actor, timezone.now()
    row.full_clean()
    row.save()
    _note("evaluation.looked_back", evaluation, actor=actor, municipality=municipality)
    return row


def lacks(evaluation: Evaluation) -> list[str]:
    """Everything that has to be said before it can be closed; empty when nothing lacks."""
    found = []
    if not evaluation.title or not evaluation.learned:
        found.append(_("Schrijf de les op: in één zin, en wat jullie leerden."))
    if not evaluation.verdict:
        found.append(_("Kies hoe het verdergaat."))
    if not evaluation.reason:
        found.append(_("Zeg waarom jullie dat kiezen."))
    if evaluation.verdict == Verdict.SPECIALISE and not evaluation.feed:
        found.append(_("Zeg welke extra voeding het vraagt: kennis, mensen, materiaal of geld."))
    if evaluation.verdict not in ("", Verdict.COMPOST) and evaluation.result is None:
        found.append(_("Zeg hoe goed het lukte."))
    if evaluation.reach is not None and not evaluation.reach_source:
        found.append(_("Zeg waar het cijfer van het bereik vandaan komt."))
    if evaluation.action.stage != Stage.FLOWER and evaluation.verdict == Verdict.COMPOST:
        found.append(_("Deze actie is al geplukt. Kies een andere uitkomst."))
    return found


@transaction.atomic
def close(*, action: Action, actor: Person | None = None, at: datetime | None = None) -> Evaluation:
    """Close the evaluation, and carry its verdict out: all of it, or nothing.

    The lesson goes to the soil; the action is picked or composted; what comes next is sown, worked out, or handed to the
    shop (which follows `evaluation.to_shop`).

    Raises:
        PermissionDenied: the actor neither tends the action nor coordinates.
        ValidationError: with everything that lacks.
    """
    require(actor, "evaluation.write", Evaluation(action=action))
    evaluation = _of(action)
    action = evaluation.action
    if problems := lacks(evaluation):
        raise ValidationError(problems)
    evaluation.cost, evaluation.hours = money_of(action).spent, hours_on(action)
    evaluation.lesson = lessons.write_lesson(
        partnership=action.partnership, learned=_learned(evaluation), actor=actor, at=at
    )
    _finish(evaluation, actor, at)
    evaluation.closed_at, evaluation.closed_by = at or timezone.now(), actor
    evaluation.follow_up = following_up.sow_on(evaluation, actor=actor, at=at)
    evaluation.save()
    _note("evaluation.closed", evaluation, actor=actor, at=at, verdict=evaluation.verdict)
    if evaluation.verdict == Verdict.SHOP:
        _note("evaluation.to_shop", evaluation, actor=actor, at=at)
    return evaluation


def _learned(evaluation: Evaluation) -> Learned:
    action = evaluation.action
    return Learned(
        evaluation.title,
        evaluation.learned,
        evaluation.helps,
        evaluation.tags or (action.theme.title if action.theme else ""),
        source=action.title,
        source_path=letters.page_of(action),
    )


def _finish(evaluation: Evaluation, actor: Person | None, at: datetime | None) -> None:
    """Pick it or put it on the compost; what was picked before stays so."""
    action = evaluation.action
    if action.stage != Stage.FLOWER:
        return
    if evaluation.verdict == Verdict.COMPOST:
        actions.compost(action=action, lesson=evaluation.learned, actor=actor, at=at)
    else:
        actions.pick(
            action=action, result=evaluation.result or 0, reason=evaluation.reason, actor=actor, at=at
        )


@transaction.atomic
def ask_once(*, action: Action) -> bool:
    """Mail the gardener that it is time to evaluate, once; says whether it was done now. Only a job calls this."""
    evaluation, _made = Evaluation.objects.get_or_create(action=action)
    evaluation = _locked(evaluation)
    if evaluation.asked_at is not None or not evaluation.open or not letters.ask(evaluation):
        return False
    evaluation.asked_at = timezone.now()
    evaluation.save(update_fields=["asked_at"])
    _note("evaluation.asked", evaluation, actor=None)
    return True


def _note(
    verb: str,
    evaluation: Evaluation,
    *,
    actor: Person | None,
    at: datetime | None = None,
    municipality: Municipality | None = None,
    verdict: str = "",
) -> None:
    data: dict[str, str | int] = {"action": evaluation.action_id, "evaluation": evaluation.pk}
    record(
        verb,
        partnership=evaluation.partnership,
        actor=actor,
        municipality=municipality or evaluation.action.plot,
        subject=evaluation.action,
        data=data | ({"verdict": verdict} if verdict else {}),
        at=at,
    )
