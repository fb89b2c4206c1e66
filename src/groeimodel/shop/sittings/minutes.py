"""The minutes as they are drafted from what happened; somebody makes them better."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.foundation.decisions import wording as saying
from groeimodel.foundation.decisions.models import Voice, Vote
from groeimodel.shop.sittings.models import AgendaItem, Presence, Sitting
from groeimodel.shop.sittings.wording import joined


def draft(sitting: Sitting) -> str:
    """Plain text, a paragraph a point; four queries."""
    presences = list(
        Presence.objects.filter(sitting=sitting)
        .select_related(
            "person",
            "municipality__merged_into",
            "seat__municipality",
            "holder__person",
            "holder__municipality",
        )
        .order_by("pk")
    )
    items = (
        AgendaItem.objects.filter(sitting=sitting)
        .select_related("decision__vote")
        .prefetch_related("decision__voices__municipality__merged_into")
    )
    parts = ["\n".join(_who(sitting, presences)), "\n".join(_opening(sitting))]
    if sitting.state != Sitting.State.TOO_FEW:
        parts += ["\n".join(_point(number, one)) for number, one in enumerate(items, start=1)]
        if sitting.closed_at is not None:
            parts.append(_("De zitting sluit om %(at)s.") % {"at": _clock(sitting.closed_at)})
    return "\n\n".join(parts)


def _clock(moment: object) -> str:
    return time_format(timezone.localtime(moment), "H:i")  # type: ignore[arg-type]


def _name(one: Presence) -> str:
    where = one.municipality.name_today if one.municipality is not None else ""
    stands_in = one.person_id is not None and one.person_id == one.seat.substitute_id
    beside = [where, _("raadgevend") if one.advisory else "", _("vervanger") if stands_in else ""]
    beside = [part for part in beside if part]
    return f"{one.name} ({', '.join(beside)})" if beside else one.name


def _who(sitting: Sitting, presences: Sequence[Presence]) -> list[str]:
    lines = []
    for how, label in (
        (Presence.How.PRESENT, _("Aanwezig")),
        (Presence.How.EXCUSED, _("Verontschuldigd")),
        (Presence.How.ABSENT, _("Afwezig")),
    ):
        names = [_name(one) for one in presences if one.how == how]
        if names:
            lines.append(f"{label}: {joined(names)}.")
    for one in presences:
        if one.how == Presence.How.PROXY and one.holder is not None:
            words = {"giver": _name(one), "holder": one.holder.person or one.holder}
            lines.insert(1, _("Volmacht: %(giver)s geeft volmacht aan %(holder)s.") % words)
    for seat, label in ((sitting.chair, _("Voorzitter")), (sitting.secretary, _("Verslag"))):
        if seat is not None:
            lines.append(f"{label}: {seat.person or seat}.")
    return lines


def _opening(sitting: Sitting) -> list[str]:
    lines = []
    if sitting.is_second:
        lines.append(_("Dit is een tweede oproep, met dezelfde agenda."))
    if sitting.quorum:
        lines.append(saying.quorum_in_words(sitting.quorum))
    if sitting.state == Sitting.State.TOO_FEW:
        lines.append(_("De zitting is niet in aantal en kan niet beslissen."))
    elif sitting.opened_at is not None:
        lines.append(_("De zitting opent om %(at)s.") % {"at": _clock(sitting.opened_at)})
    return lines


def _point(number: int, item: AgendaItem) -> list[str]:
    lines = [f"{number}. {item.title}"]
    if item.text:
        lines.append(item.text)
    if item.decision is not None:
        lines += _voted(item, item.decision.vote)
    elif item.state == AgendaItem.State.NOTED:
        lines.append(_("De leden nemen kennis van dit punt."))
    elif item.state == AgendaItem.State.POSTPONED:
        lines.append(_("Het punt is uitgesteld. %(why)s") % {"why": item.why})
    elif item.state == AgendaItem.State.WITHDRAWN:
        lines.append(_("Het punt is ingetrokken. %(why)s") % {"why": item.why})
    return [line.strip() for line in lines]


def _voted(item: AgendaItem, vote: Vote) -> list[str]:
    assert item.decision is not None
    figures = saying.figures_in_words(vote.pro, vote.against, vote.abstain)
    how = _("Geheime stemming: %(figures)s.") if vote.secret else _("Stemming: %(figures)s.")
    lines = [how % {"figures": figures}]
    if vote.advisory_pro or vote.advisory_against or vote.advisory_abstain:
        beside = saying.figures_in_words(vote.advisory_pro, vote.advisory_against, vote.advisory_abstain)
        lines.append(_("Advies, dat niet meetelt: %(figures)s.") % {"figures": beside})
    if len(vote.majorities) > 1:
        lines += [_majority(one) for one in vote.majorities]
        lines += _municipalities(item)
    if vote.chair_decided:
        lines.append(_("De stemmen waren gelijk; de stem van de voorzitter besliste."))
    words = {"number": item.decision.number}
    if vote.adopted:
        lines.append(_("Het punt is aangenomen. Dit is besluit %(number)s.") % words)
    else:
        lines.append(_("Het punt is verworpen. Dit is besluit %(number)s.") % words)
    return lines


def _majority(one: dict[str, object]) -> str:
    words = {"rule": saying.bound_in_words(one), **one}
    if one["met"]:
        return _("%(rule)s: %(reached)s van %(whole)s, nodig %(needed)s. Gehaald.") % words
    return _("%(rule)s: %(reached)s van %(whole)s, nodig %(needed)s. Niet gehaald.") % words


def _municipalities(item: AgendaItem) -> list[str]:
    assert item.decision is not None
    agree = [
        one.municipality.name_today for one in item.decision.voices.all() if one.stance == Voice.Stance.FOR
    ]
    if not agree:
        return []
    said = ngettext("%(names)s stemde voor.", "%(names)s stemden voor.", len(agree))
    return [said % {"names": joined(agree)}]
