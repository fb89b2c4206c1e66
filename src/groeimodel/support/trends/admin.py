# mypy: disable-error-code="type-arg"
from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.support.trends.models import Measure, Snapshot


class OnlyToLookAt(admin.ModelAdmin):
    """Made by the system alone."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Measure)
class MeasureAdmin(OnlyToLookAt, ScopedAdmin):
    list_display = ["partnership", "measured_on"]
    exclude = ["figures"]
    list_select_related = ["partnership"]


@admin.register(Snapshot)
class SnapshotAdmin(OnlyToLookAt):
    list_display = ["year", "invented", "made_at", "checksum"]
