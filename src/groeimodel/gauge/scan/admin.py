# mypy: disable-error-code="type-arg"
from django.contrib import admin
from django.http import HttpRequest

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.gauge.scan.models import Round


@admin.register(Round)
class RoundAdmin(ScopedAdmin):
    """Rounds can be looked up, not made or changed: that goes through the services. Sheets are not here at all:
    what people answered is nobody's to read one by one."""

    list_display = ["title", "partnership", "opened_at", "closed_at", "privacy"]
    list_filter = ["partnership"]
    list_select_related = ["partnership"]
    search_fields = ["title"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False
