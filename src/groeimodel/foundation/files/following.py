"""What this room does after what others did: documents go with the row that they lay beside."""

from groeimodel.foundation.files import removing
from groeimodel.foundation.journal.models import Entry


def forget(entry: Entry) -> None:
    """The row that this entry is about is going; in the same transaction, so is everything beside it."""
    kind, _, key = entry.subject.rpartition(":")
    removing.remove_beside(kind, [int(key)])
