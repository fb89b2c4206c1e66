"""Figures of the soil, each from what was recorded in the period."""

from __future__ import annotations

from decimal import Decimal

from django.db.models import Count, Q, QuerySet, Sum
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.foundation.mandates.models import Use
from groeimodel.meadow.tending.models import Hours
from groeimodel.showcase.facts.values import Fact
from groeimodel.showcase.facts.words import Frame
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.lessons.models import Lesson
from groeimodel.soil.meetings.models import Attendance, Item, Meeting
from groeimodel.soil.questions.models import Question


def soil_facts(frame: Frame) -> list[Fact]:
    """Eight queries, however much is recorded."""
    return [
        *_meetings(frame),
        *_questions(frame),
        *_harvest(frame),
        *_themes(frame),
        *_lessons(frame),
        *_hours(frame),
    ]


def held(frame: Frame) -> QuerySet[Meeting]:
    """Meetings of the period that took place."""
    return Meeting.objects.filter(
        frame.within("starts__date"),
        partnership=frame.partnership,
        cancelled_at=None,
        starts__lte=timezone.now(),
    )


def _meetings(frame: Frame) -> list[Fact]:
    total = held(frame).count()
    came = Attendance.objects.filter(
        frame.own(), came=True, partnership=frame.partnership, meeting__in=held(frame)
    )
    if frame.where is not None:
        there = came.values("meeting").distinct().count()
        words = _("van %(total)s ontmoetingen waar we waren") % {"total": total}
        return [
            *frame.fact(
                "meetings", "soil", total, ngettext("ontmoeting", "ontmoetingen", total), _("Ontmoetingen")
            ),
            *frame.fact("attendance", "soil", there, words, _("Aanwezigheden op ontmoetingen")),
        ]
    counted = came.aggregate(people=Count("person", distinct=True))["people"]
    return [
        *frame.fact(
            "meetings",
            "soil",
            total,
            ngettext("ontmoeting", "ontmoetingen", total),
            _("Ontmoetingen"),
            for_all=True,
        ),
        *frame.fact(
            "attendance",
            "soil",
            counted,
            ngettext(
                "mens die meedeed aan een ontmoeting", "mensen die meededen aan een ontmoeting", counted
            ),
            _("Aanwezigheden op ontmoetingen"),
        ),
    ]


def _questions(frame: Frame) -> list[Fact]:
    asked = Question.objects.filter(
        frame.within("asked_at__date"), frame.own(), partnership=frame.partnership
    )
    found = asked.aggregate(
        asked=Count("pk"), answered=Count("pk", filter=Q(first_answered_at__isnull=False))
    )
    return [
        *frame.fact(
            "questions",
            "soil",
            found["asked"],
            ngettext("vraag aan het netwerk", "vragen aan het netwerk", found["asked"]),
            _("Vragen aan het netwerk"),
            for_all=True,
        ),
        *frame.fact(
            "answered",
            "soil",
            found["answered"],
            ngettext("vraag kreeg antwoord", "vragen kregen antwoord", found["answered"]),
            _("Vragen aan het netwerk"),
            for_all=True,
        ),
    ]


def _harvest(frame: Frame) -> list[Fact]:
    rows = Harvest.objects.filter(frame.within("gained_on"), partnership=frame.partnership)
    elsewhere = Q(from_municipality__isnull=False)
    if frame.where is not None:
        elsewhere &= ~frame.own("from_municipality")
    found = rows.filter(frame.own()).aggregate(used=Count("pk"), taken=Count("pk", filter=elsewhere))
    facts = [
        *frame.fact(
            "harvest", "soil", found["used"], _("keer oogst: iets dat nu lokaal gebruikt wordt"),
            _("Oogst"), for_all=True,
        ),
        *frame.fact(
            "exchanged", "soil", found["taken"],
            _("keer gebruikte een gemeente iets van een andere"), _("Oogst"), for_all=True,
        ),
    ]  # fmt: skip
    if frame.where is not None:
        # What one part of it gave another before they merged, is no exchange.
        given = rows.filter(frame.own("from_municipality")).exclude(frame.own()).count()
        facts += frame.fact(
            "given", "soil", given, _("keer gebruikte een andere gemeente iets van ons"), _("Oogst")
        )
    return facts


def _themes(frame: Frame) -> list[Fact]:
    """What was talked about; of the partnership as a whole."""
    if frame.where is not None:
        return []
    total = Item.objects.filter(
        partnership=frame.partnership, meeting__in=held(frame), theme__isnull=False
    ).aggregate(n=Count("theme", distinct=True))["n"]
    words = ngettext("thema besproken", "thema’s besproken", total)
    return frame.fact("themes", "soil", total, words, _("Agenda’s van ontmoetingen"), for_all=True)


def _lessons(frame: Frame) -> list[Fact]:
    rows = Lesson.objects.filter(frame.within("written_at__date"), frame.own(), partnership=frame.partnership)
    total = rows.count()
    words = ngettext("les opgeschreven", "lessen opgeschreven", total)
    return frame.fact("lessons", "soil", total, words, _("Lessen"), for_all=True)


def _hours(frame: Frame) -> list[Fact]:
    """On time mandates and beside them; never counted twice, for they are noted in one place."""
    uses = Use.objects.filter(
        frame.within("on"), frame.own("mandate__municipality"), partnership=frame.partnership
    )
    beside = Hours.objects.filter(frame.within("on"), frame.own(), action__partnership=frame.partnership)
    total = Decimal(uses.aggregate(n=Sum("hours"))["n"] or 0) + Decimal(
        beside.aggregate(n=Sum("hours"))["n"] or 0
    )
    words = _("uur werk genoteerd") if total == 1 else _("uren werk genoteerd")
    return frame.fact("hours", "soil", total, words, _("Tijdsmandaten en acties"))


def harvests_of(frame: Frame) -> tuple[Harvest, ...]:
    rows = Harvest.objects.filter(
        frame.within("gained_on"), frame.own(), partnership=frame.partnership
    ).select_related("partnership", "municipality__merged_into", "from_municipality__merged_into")
    return tuple(rows.order_by("-gained_on", "-pk"))
