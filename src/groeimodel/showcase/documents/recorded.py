"""How far the records of a partnership are: as long as it is the same number, its documents are the same."""

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.partners.models import Partnership


def version_of(partnership: Partnership) -> int:
    """Key of the last entry of the journal that is not about papers themselves. One query."""
    rows = Entry.objects.filter(partnership=partnership).exclude(verb__startswith="documents.")
    return rows.order_by("-pk").values_list("pk", flat=True).first() or 0
