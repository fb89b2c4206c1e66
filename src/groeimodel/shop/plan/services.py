"""Every write about the multi-year plan. `actor` None is the system itself: the example data."""

from datetime import date, datetime

from django.db import transaction

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.plan.models import Plan


@transaction.atomic
def adopt_plan(
    *,
    partnership: Partnership,
    title: str,
    starts: date,
    ends: date,
    adopted_on: date | None,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Plan:
    """Write down a multi-year plan; without `adopted_on` it is a draft and not in force."""
    require(actor, "plan.write", partnership)
    plan = Plan(partnership=partnership, title=title, starts=starts, ends=ends, adopted_on=adopted_on)
    plan.full_clean()
    plan.save()
    record("plan.plan_written", partnership=partnership, actor=actor, data={"plan": plan.pk}, at=at)
    return plan
