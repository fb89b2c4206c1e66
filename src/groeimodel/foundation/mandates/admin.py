# mypy: disable-error-code="type-arg"
"""Mandates in the administration: to read only, because they are versioned and never edited."""

from django.contrib import admin
from django.http import HttpRequest

from groeimodel.foundation.mandates.models import Mandate
from groeimodel.foundation.partners.admin import ScopedAdmin


@admin.register(Mandate)
class MandateAdmin(ScopedAdmin):
    list_display = ["holder", "kind", "municipality", "partnership", "starts", "ends", "closed_on"]
    list_filter = ["kind", "closed_why", "partnership"]
    list_select_related = ["holder", "municipality", "partnership"]
    search_fields = ["holder__name", "municipality__name"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Mandate | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Mandate | None = None) -> bool:
        return False
