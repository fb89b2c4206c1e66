"""When a partnership opens or closes the comparison, its measure comes or goes at once."""

from groeimodel.foundation.jobs import queue
from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.partners.models import Partnership
from groeimodel.showcase.sharing.models import Kind
from groeimodel.support.trends import services


def opened(entry: Entry) -> None:
    if entry.data.get("kind") == Kind.COMPARISON:
        queue("trends.measure", {"partnership": entry.partnership_id})


def closed(entry: Entry) -> None:
    if entry.data.get("kind") == Kind.COMPARISON and entry.partnership_id is not None:
        services.forget(partnership=Partnership.objects.get(pk=entry.partnership_id))
