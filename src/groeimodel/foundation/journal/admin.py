# mypy: disable-error-code="type-arg"
from django.contrib import admin
from django.http import HttpRequest

from groeimodel.foundation.journal.models import Entry


@admin.register(Entry)
class EntryAdmin(admin.ModelAdmin):
    """To read only: the journal is only added to, by the services."""

    list_display = ["at", "verb", "partnership", "actor"]
    list_filter = ["verb"]
    list_select_related = ["partnership", "actor"]
    date_hierarchy = "at"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Entry | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Entry | None = None) -> bool:
        return False
