"""What this room follows: municipalities that merge. What the parts said of an open evaluation stands with the new one."""

from django_scopes import scope

from groeimodel.foundation.journal import events
from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.partners.services.mergers import parts_of
from groeimodel.meadow.evaluation.models import LookBack


def listen() -> None:
    """Called once, when the room is ready."""
    events.on("partners.merged", merged)


def merged(entry: Entry) -> None:
    """Of two look-backs the later one goes along; the other stays with the old municipality."""
    into = entry.municipality_id
    if not (entry.partnership and into):
        return
    with scope(partnership=entry.partnership):
        rows = LookBack.objects.filter(
            evaluation__action__partnership=entry.partnership,
            evaluation__closed_at=None,
            municipality__in=parts_of(entry.data),
        )
        done: set[int] = set()
        for row in rows.order_by("-written_at", "-pk"):
            there = LookBack.objects.filter(evaluation=row.evaluation_id, municipality=into).exists()
            if row.evaluation_id not in done and not there:
                row.municipality_id = into
                row.save(update_fields=["municipality"])
            done.add(row.evaluation_id)
