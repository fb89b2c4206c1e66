"""The one set of facts, read inside the scope of a partnership."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.selectors import seats_of
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.tending.selectors import public_news
from groeimodel.shop.sittings.models import Sitting
from groeimodel.showcase.facts.gauge import gauge_facts
from groeimodel.showcase.facts.meadow import (
    actions_of,
    evaluations_of,
    meadow_facts,
    picked_of,
    results_of,
    running_of,
)
from groeimodel.showcase.facts.shop import shop_facts, window_of
from groeimodel.showcase.facts.soil import harvests_of, soil_facts
from groeimodel.showcase.facts.values import Ahead, Fact, Facts, Period
from groeimodel.showcase.facts.words import Frame
from groeimodel.soil.lessons.models import Lesson
from groeimodel.soil.meetings.models import Meeting

NEWS = 6
SOON = 12


def facts_of(
    partnership: Partnership,
    period: Period,
    today: date,
    *,
    municipality: Municipality | None = None,
    public: bool = False,
) -> Facts:
    """Everything that is recorded in a period, in a constant number of queries; run it inside the scope.

    With `municipality`, what is counted is of that one. With `public`, only what may be shown to everybody: actions of
    the shared meadow, no meetings to come, no decisions that were not published, nothing of scans and gauge.
    """
    frame = Frame(partnership, period, today, municipality)
    members = tuple(one.municipality.name for one in seats_of(partnership))
    offers = window_of(frame)
    facts = [
        *_members(members),
        *soil_facts(frame),
        *meadow_facts(frame, public=public),
        *shop_facts(frame, offers),
        *(gauge_facts(frame) if not public else ()),
    ]
    return Facts(
        partnership=partnership,
        period=period,
        today=today,
        municipality=municipality,
        members=members,
        facts=tuple(one for one in facts if one.for_all or not public),
        harvests=harvests_of(frame),
        running=running_of(frame, public=public),
        picked=picked_of(frame, public=public),
        evaluations=evaluations_of(frame, public=public),
        results=results_of(frame, public=public),
        updates=tuple(public_news(partnership, most=NEWS)),
        decisions=_decisions(frame, public=public),
        offers=offers,
        lessons=() if public else _lessons(frame),
        ahead=ahead_of(frame, public=public),
    )


def _members(members: tuple[str, ...]) -> list[Fact]:
    if not members:
        return []
    return [
        Fact(
            "members", "partners", Decimal(len(members)), str(len(members)),
            ngettext("gemeente die meedoet", "gemeenten die samenwerken", len(members)), _("Partners, stand van vandaag"), True,
        )
    ]  # fmt: skip


def _decisions(frame: Frame, *, public: bool) -> tuple[Decision, ...]:
    rows = Decision.objects.filter(frame.within("taken_on"), partnership=frame.partnership)
    if public:
        rows = rows.filter(publication__isnull=False, publication__withdrawn_at=None)
    return tuple(rows.select_related("partnership", "vote").order_by("-taken_on", "-number"))


def _lessons(frame: Frame) -> tuple[Lesson, ...]:
    rows = Lesson.objects.filter(frame.within("written_at__date"), frame.own(), partnership=frame.partnership)
    return tuple(rows.select_related("partnership").order_by("-written_at", "-pk"))


def ahead_of(frame: Frame, *, public: bool) -> tuple[Ahead, ...]:
    """First and last days of actions that run; inside also meetings and sittings."""
    slug, found = frame.partnership.slug, []
    actions = actions_of(frame, public=public).filter(stage=Action.Stage.FLOWER, ends__gte=frame.today)
    for one in actions.order_by("ends", "pk")[:SOON]:
        url = reverse("actions:action", args=[slug, one.pk])
        if one.starts and one.starts > frame.today:
            found.append(Ahead(one.starts, _("‘%(title)s’ begint") % {"title": one.title}, url))
        elif one.ends:
            found.append(Ahead(one.ends, _("Laatste dag van ‘%(title)s’") % {"title": one.title}, url))
    if not public:
        found += _met(frame)
    return tuple(sorted(found, key=lambda one: (one.day, one.text))[:SOON])


def _met(frame: Frame) -> list[Ahead]:
    now, here = timezone.now(), frame.partnership
    meetings = Meeting.objects.filter(partnership=here, cancelled_at=None, starts__gt=now)
    sittings = Sitting.objects.filter(partnership=here, state=Sitting.State.PLANNED, starts__gt=now)
    found = [
        Ahead(timezone.localdate(one.starts), one.title, one.get_absolute_url())
        for one in meetings.select_related("partnership").order_by(F("starts"))[:SOON]
        if one.starts
    ]
    return found + [
        Ahead(timezone.localdate(one.starts), str(one.organ), one.get_absolute_url())
        for one in sittings.select_related("partnership", "organ__partnership").order_by("starts")[:SOON]
    ]
