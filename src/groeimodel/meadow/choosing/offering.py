"""What this room shows on the pages of others: the rounds an action was in, and the way to decide about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.foundation.decisions.selectors import adopted
from groeimodel.foundation.panels import Panel, Row
from groeimodel.foundation.partners.models import Partnership
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.sprouting import Item
from groeimodel.meadow.choosing.models import Line, Proposal, Round
from groeimodel.meadow.choosing.selectors import RUNNING


def on_action(action: Action) -> Panel | None:
    """In which rounds it was, and what each municipality said once that is known: points, and the goal of its policy
    (claim W12). Two queries."""
    rows = list(
        Proposal.objects.filter(action=action)
        .exclude(round__state=Round.State.DRAFT)
        .select_related("round__partnership", "round__decision")
        .order_by("-round__made_at")
    )
    if not rows:
        return None
    closed = [one.pk for one in rows if one.round.state == Round.State.CLOSED]
    lines = Line.objects.filter(proposal__in=closed, ballot__handed_in_at__isnull=False).select_related(
        "ballot__municipality", "proposal__round"
    )
    told: list[Row] = []
    for one in rows:
        told.append(Row(one.round.title, one.round.get_absolute_url(), _how(one)))
        told += [_said(line) for line in lines if line.proposal_id == one.pk and (line.points or line.goal)]
    return Panel(_("Samen gekozen"), told, order=25, right="choosing.see")


def _how(one: Proposal) -> str:
    round = one.round
    if round.state == Round.State.CLOSED and round.decision is not None:
        words = {
            "number": round.decision.number,
            "day": date_format(round.decision.taken_on, "j F Y"),
        }
        if one.chosen:
            return _("gekozen, besluit %(number)s van %(day)s") % words
        return _("niet gekozen, besluit %(number)s van %(day)s") % words
    return str(round.get_state_display())


def _said(line: Line) -> Row:
    words = {"where": line.ballot.municipality.name, "points": line.points}
    if line.proposal.round.marks == Round.Marks.POINTS:
        text = (
            ngettext("%(where)s gaf %(points)s punt", "%(where)s gaf %(points)s punten", line.points) % words
        )
    else:
        text = (_("%(where)s: ja") if line.points else _("%(where)s: nee")) % words
    aside = [line.goal] if line.goal else []
    if line.ballot.counted is False:
        aside.append(_("telde niet mee"))
    return Row(text, aside="; ".join(aside))


def pages_of(partnership: Partnership, keys: Sequence[int]) -> Mapping[int, str]:
    """Where decisions lead to: the rounds that they were taken in. One query."""
    rows = Round.objects.filter(partnership=partnership, pk__in=keys).values_list("pk", flat=True)
    return {key: reverse("choosing:round", args=[partnership.slug, key]) for key in rows}


def to_sprout(action: Action) -> list[Item]:
    """A shared seedling needs a joint decision: where that is under way, or can be begun. Two queries."""
    if action.plot_id is not None or action.stage != Action.Stage.SEEDLING:
        return []
    slug = action.partnership.slug
    running = Proposal.objects.filter(action=action, round__state__in=RUNNING).select_related("round").first()
    text = _("Een gezamenlijk besluit")
    if running is not None:
        why = _("Het zit in de kiesronde ‘%(title)s’.") % {"title": running.round.title}
        url = reverse("choosing:round", args=[slug, running.round_id])
        return [Item("decision", text, done=False, why=why, url=url)]
    return [
        Item(
            "decision",
            text,
            done=adopted(action.partnership, action.key) is not None,
            why=_("Op de gezamenlijke weide beslissen jullie samen, in een kiesronde."),
            url=f"{reverse('choosing:new', args=[slug])}?actie={action.pk}",
            right="choosing.run",
        )
    ]


def decide_on_action(action: Action) -> Panel | None:
    """For who coordinates: decide together about this one seedling. One query."""
    shared = action.plot_id is None and action.stage == Action.Stage.SEEDLING and action.decision_id is None
    if not shared or Proposal.objects.filter(action=action, round__state__in=RUNNING).exists():
        return None
    address = f"{reverse('choosing:new', args=[action.partnership.slug])}?actie={action.pk}"
    how = _("iedereen akkoord, of niets") if action.estimate is not None else _("geef eerst een raming")
    return Panel(
        _("Samen beslissen"),
        [Row(_("Beslis samen over deze actie"), address, how)],
        order=24,
        right="choosing.run",
    )


def on_meadow(partnership: Partnership) -> Panel | None:
    """The rounds that run, or the way to all of them. One query."""
    rounds = Round.objects.filter(partnership=partnership, state__in=RUNNING).defer("snapshot")
    rows = [
        Row(
            one.title,
            reverse("choosing:round", args=[partnership.slug, one.pk]),
            _("tot en met %(day)s") % {"day": date_format(one.closes_on, "j F")},
        )
        for one in rounds
    ]
    rows.append(Row(_("Alle kiesrondes"), reverse("choosing:list", args=[partnership.slug])))
    return Panel(_("Samen kiezen wat er bloeit"), rows, order=20, right="choosing.see")
