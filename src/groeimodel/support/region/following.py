"""What follows on deeds of rooms below: when a partnership opens itself to its supporter, a question about that is answered."""

from django.utils import timezone
from django_scopes import scopes_disabled

from groeimodel.foundation.journal.models import Entry
from groeimodel.showcase.sharing.models import Kind
from groeimodel.support.region.models import Look


def close_the_question(entry: Entry) -> None:
    """Listens to `sharing.opened`, whichever page it came from."""
    if entry.data.get("kind") != Kind.REGION:
        return
    with scopes_disabled():
        waiting = Look.objects.filter(partnership=entry.partnership_id, answered_at=None)
        waiting.update(answered_at=timezone.now(), granted=True)
