"""The journal is only added to, and holds no personal data beside keys."""

import pytest

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.journal.services import record
from groeimodel.foundation.testing.cast import Cast


def test_an_entry_names_who_what_and_where(cast: Cast) -> None:
    record("test.done", partnership=cast.partnership, actor=cast.bram, data={"row": 3})
    entry = Entry.objects.latest("pk")
    assert (entry.verb, entry.partnership, entry.actor, entry.data) == (
        "test.done",
        cast.partnership,
        cast.bram,
        {"row": 3},
    )


def test_an_entry_cannot_be_changed(cast: Cast) -> None:
    entry = record("test.done", partnership=cast.partnership)
    entry.verb = "test.undone"
    with pytest.raises(TypeError):
        entry.save()


def test_an_entry_cannot_be_removed(cast: Cast) -> None:
    entry = record("test.done", partnership=cast.partnership)
    with pytest.raises(TypeError):
        entry.delete()
    assert Entry.objects.filter(pk=entry.pk).exists()
