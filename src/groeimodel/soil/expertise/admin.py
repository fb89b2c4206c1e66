# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.soil.expertise.models import Expertise


@admin.register(Expertise)
class ExpertiseAdmin(ScopedAdmin):
    list_display = ["area", "kind", "municipality", "person", "partnership"]
    list_filter = ["partnership", "area", "kind"]
    list_select_related = ["municipality", "person", "partnership"]
    search_fields = ["text", "area"]
    autocomplete_fields = ["partnership", "municipality", "person"]
