"""What this room follows: municipalities that merge, and organs that adopt the plan."""

from datetime import date

from django_scopes import scope

from groeimodel.foundation.journal import events
from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.partners.services.mergers import parts_of
from groeimodel.shop.plan.models import Plan
from groeimodel.shop.plan.services.adopting import adopt, may_be_adopted
from groeimodel.shop.plan.services.local import take_over


def listen() -> None:
    """Called once, when the room is ready."""
    events.on("partners.merged", merged)
    events.on("sittings.adopted", adopted)


def merged(entry: Entry) -> None:
    if entry.partnership and entry.municipality_id:
        with scope(partnership=entry.partnership):
            take_over(partnership=entry.partnership, into=entry.municipality_id, parts=parts_of(entry.data))


def adopted(entry: Entry) -> None:
    """An organ adopted the plan: it is kept as the next version. A vote is never taken back for what stands in the plan."""
    room, _, key = str(entry.data.get("subject", "")).partition(":")
    if room != "plan.plan" or not key.isdigit() or entry.partnership is None:
        return
    with scope(partnership=entry.partnership):
        plan = Plan.objects.filter(partnership=entry.partnership, pk=int(key)).first()
        if plan is not None and may_be_adopted(plan):
            adopt(
                plan=plan,
                on=date.fromisoformat(str(entry.data["on"])),
                decided_by=str(entry.data.get("organ", "")),
                decision=str(entry.data.get("decision", "")),
                at=entry.at,
            )
