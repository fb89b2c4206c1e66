"""What each one gave and took in the last year, from answers, thanks, questions and harvest. Nothing is stored here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils import timezone

from groeimodel.foundation.partners.access import Visitor
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.selectors import seats_of
from groeimodel.rules.balance import Bars, Ledger, bars
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.questions.models import Answer, Question

YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Balance:
    municipalities: tuple[Bars, ...]
    mine: Bars | None
    """Of the reader self; nobody sees that of another person. None for who has no part here."""

    @property
    def quiet(self) -> bool:
        return all(one.quiet for one in self.municipalities)


def balance_of(partnership: Partnership, person: Visitor, now: datetime) -> Balance:
    """Members of today in the order of their names, merged ones with what they became: nine queries."""
    since = now - YEAR
    answers = Answer.objects.filter(question__partnership=partnership, at__gte=since)
    thanked = Answer.objects.filter(question__partnership=partnership, thanked_at__gte=since)
    asked = Question.objects.filter(partnership=partnership, asked_at__gte=since)
    crops = Harvest.objects.filter(partnership=partnership, gained_on__gte=timezone.localdate(since))
    crops = crops.filter(from_municipality__isnull=False)
    by_place = {
        "answers": _count(answers.values_list(_today("municipality"))),
        "thanks": _count(thanked.values_list(_today("question__municipality"))),
        "given": _count(crops.values_list(_today("from_municipality"))),
        "questions": _count(asked.values_list(_today("municipality"))),
        "taken": _count(crops.values_list(_today("municipality"))),
    }
    ledgers = [
        _ledger(str(one.municipality.pk), one.municipality.name, by_place, one.municipality.pk)
        for one in seats_of(partnership)
    ]
    mine = None
    if person.pk is not None:
        own = {
            "answers": Counter({person.pk: answers.filter(person=person.pk).count()}),
            "thanks": Counter({person.pk: thanked.filter(question__asker=person.pk).count()}),
            "questions": Counter({person.pk: asked.filter(asker=person.pk).count()}),
        }
        mine = bars([_ledger("ik", "", own, person.pk)])[0]
    return Balance(bars(ledgers), mine)


def _today(name: str) -> Coalesce:
    """The municipality that speaks for this one's territory now."""
    return Coalesce(F(f"{name}__merged_into"), F(name))


def _count(rows: Iterable[tuple[int | None]]) -> Counter[int]:
    return Counter(key for (key,) in rows if key is not None)


def _ledger(id: str, name: str, counts: dict[str, Counter[int]], key: int) -> Ledger:
    def of(what: str) -> int:
        return counts.get(what, Counter())[key]

    return Ledger(
        id,
        name,
        {"answers": of("answers"), "thanks": of("thanks"), "harvest": of("given")},
        {"questions": of("questions"), "harvest": of("taken")},
    )
