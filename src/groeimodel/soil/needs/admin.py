# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.soil.needs.models import Need


@admin.register(Need)
class NeedAdmin(ScopedAdmin):
    list_display = ["title", "municipality", "source", "heard_on", "closed_on", "partnership"]
    list_filter = ["source", "for_whom", "partnership"]
    list_select_related = ["municipality", "partnership"]
    search_fields = ["title", "text"]
    autocomplete_fields = ["partnership", "municipality", "written_by"]
