# mypy: disable-error-code="type-arg"
from django.contrib import admin
from django.http import HttpRequest

from groeimodel.foundation.privacy.models import Erasure


@admin.register(Erasure)
class ErasureAdmin(admin.ModelAdmin):
    """Who is to be erased, and who was: to look at only. `groeimodel manage erase_person` asks for it."""

    list_display = ["person", "why", "asked_at", "due_at", "stopped_at", "done_at"]
    list_filter = ["why"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Erasure | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Erasure | None = None) -> bool:
        return False
