"""What this room shows on the pages of others."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.panels import Panel, Row
from groeimodel.foundation.partners.selectors import seats_of
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.sprouting import Item
from groeimodel.meadow.checks import presenting
from groeimodel.meadow.checks.fitting import fit_of
from groeimodel.meadow.checks.models import LocalCheck, Preference
from groeimodel.meadow.checks.selectors import checks_of, had_the_chance, is_open, preferences_of
from groeimodel.soil.needs.models import Need


def checks_on_action(action: Action) -> Panel | None:
    """The local check of each municipality on a shared action: one query."""
    if action.plot_id is not None:
        return None
    rows = [_check_row(one, action) for one in checks_of([action])[action.pk].values()]
    none = _("Nog geen gemeente zei of dit bij haar past.") if is_open(action) and not rows else ""
    return Panel(_("Lokale toets"), rows or ([Row(none)] if none else []), order=30)


def _check_row(check: LocalCheck, action: Action) -> Row:
    need = reverse("needs:need", args=[action.partnership.slug, check.need_id]) if check.need_id else ""
    text = f"{check.municipality.name_today}: {check.get_verdict_display()}"
    return Row(text, need, check.words)


def likings_on_action(action: Action) -> Panel | None:
    """What aldermen like, with the goal of their local policy: it stays in sight with the action (claim W12). One query."""
    rows = [_liking_row(one) for one in preferences_of([action])[action.pk].values()]
    return Panel(_("Wat de schepenen vinden"), rows, order=31) if rows else None


def _liking_row(one: Preference) -> Row:
    words = {"municipality": one.municipality.name_today, "liking": one.liking}
    said = [_("Beleidsdoel: %(goal)s") % {"goal": one.goal}] if one.goal else []
    said += [f"‘{one.word}’"] if one.word else []
    return Row(_("%(municipality)s: %(liking)s van 5") % words, "", ". ".join(said))


def ask_on_action(action: Action) -> Panel | None:
    """Where it is said and asked, while it can be; no query."""
    if not is_open(action):
        return None
    slug, query = action.partnership.slug, f"?actie={action.pk}"
    rows = [
        Row(_("Zeg het voor jouw gemeente"), reverse("checks:mine", args=[slug]) + query),
        Row(
            _("Vraag wat de gemeenten of je schepen ervan vinden"), reverse("checks:ask", args=[slug]) + query
        ),
    ]
    intro = _("Eerst zegt elke gemeente of het bij haar past. Daarna kiezen jullie samen.")
    return Panel(_("Past dit bij jullie?"), rows, order=29, right="checks.say", intro=intro)


def fit_on_action(action: Action) -> Panel | None:
    """Whether it fits its soil, part by part, before the choice (claim W10)."""
    if not is_open(action):
        return None
    fit = fit_of(action.partnership, [action], timezone.localdate())[action.pk]
    rows = [Row(one.sentence, "", f"{one.label}: {one.word}") for one in presenting.tell(fit)]
    intro = _(
        "Voor de keuze ligt elk voorstel naast de noden, de uren, het budget, de ervaring en de potgrond."
    )
    return Panel(_("Past dit bij de grond?"), rows, order=28, right="scan.see_result", intro=intro)


def on_need(need: Need) -> Panel | None:
    """The actions that a municipality said fit this need: one query."""
    checks = LocalCheck.objects.filter(need=need).select_related("action").order_by("-at")
    rows = [
        Row(
            one.action.title,
            reverse("actions:action", args=[need.partnership.slug, one.action_id]),
            one.action.get_stage_display(),
        )
        for one in checks
    ]
    return Panel(_("Wat bij deze nood past"), rows, order=20) if rows else None


def to_sprout(action: Action) -> list[Item]:
    """What a shared idea still needs before it is decided: the checks, and a fit that is known. Few queries."""
    if not is_open(action):
        return []
    slug, query = action.partnership.slug, f"?actie={action.pk}"
    members = [one.municipality for one in seats_of(action.partnership)]
    today = timezone.localdate()
    waiting = had_the_chance(action.partnership, [action], members, today).get(action.pk, [])
    found = [
        Item(
            "checks",
            _("De lokale toets van elke gemeente"),
            done=not waiting,
            why=_("Wacht nog op %(names)s.") % {"names": ", ".join(one.name for one in waiting)}
            if waiting
            else "",
            url=reverse("checks:ask", args=[slug]) + query,
            right="checks.ask",
        )
    ]
    if action.stage == Action.Stage.SEEDLING:
        told = presenting.tell(fit_of(action.partnership, [action], today)[action.pk])
        bad = [one.sentence for one in told if one.verdict == "bad"]
        fits = _("Passen bij de grond")
        found.append(Item("fit", fits, done=not bad, must=False, why=bad[0] if bad else ""))
    return found
