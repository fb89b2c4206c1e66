# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.soil.themes.models import Theme


@admin.register(Theme)
class ThemeAdmin(ScopedAdmin):
    list_display = ["title", "partnership", "municipality", "proposed_at", "rested_at"]
    list_filter = ["partnership"]
    list_select_related = ["municipality", "partnership"]
    search_fields = ["title", "about"]
    autocomplete_fields = ["partnership", "municipality", "proposed_by"]
