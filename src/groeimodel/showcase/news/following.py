"""What follows on deeds of rooms below: when the newsletter or the public page closes, what is on its way stops."""

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.partners.models import Partnership
from groeimodel.showcase.news import services
from groeimodel.showcase.sharing.models import Kind


def stop_what_is_on_its_way(entry: Entry) -> None:
    """Listens to `sharing.closed`, whichever page it came from; inside the scope of who closed."""
    if entry.data.get("kind") in (Kind.PAGE, Kind.NEWS) and entry.partnership_id is not None:
        services.stop_all(partnership=Partnership.objects.get(pk=entry.partnership_id))
