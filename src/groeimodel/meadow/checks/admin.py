# mypy: disable-error-code="type-arg"
"""To read only: a check or a preference is a municipality's own word."""

from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.foundation.readonly import ReadOnly
from groeimodel.meadow.checks.models import CheckCall, LocalCheck, Preference


@admin.register(LocalCheck)
class LocalCheckAdmin(ReadOnly, ScopedAdmin):
    list_display = ["action", "municipality", "verdict", "need", "at", "partnership"]
    list_filter = ["verdict", "partnership"]
    list_select_related = ["action", "municipality", "need", "partnership"]
    search_fields = ["action__title", "why"]


@admin.register(CheckCall)
class CheckCallAdmin(ReadOnly, ScopedAdmin):
    list_display = ["action", "municipality", "asked_at", "mailed_at", "partnership"]
    list_filter = ["partnership"]
    list_select_related = ["action", "municipality", "partnership"]
    search_fields = ["action__title"]


@admin.register(Preference)
class PreferenceAdmin(ReadOnly, ScopedAdmin):
    list_display = ["action", "municipality", "liking", "goal", "at", "partnership"]
    list_filter = ["liking", "partnership"]
    list_select_related = ["action", "municipality", "partnership"]
    search_fields = ["action__title", "goal"]
