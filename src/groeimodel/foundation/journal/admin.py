# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.readonly import ReadOnly


@admin.register(Entry)
class EntryAdmin(ReadOnly):
    """To read only: the journal is only added to, by the services."""

    list_display = ["at", "verb", "partnership", "actor"]
    list_filter = ["verb"]
    list_select_related = ["partnership", "actor"]
    date_hierarchy = "at"
