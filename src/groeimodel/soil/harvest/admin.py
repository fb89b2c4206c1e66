# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.soil.harvest.models import Harvest


@admin.register(Harvest)
class HarvestAdmin(ScopedAdmin):
    list_display = ["title", "municipality", "from_municipality", "gained_on", "partnership"]
    list_filter = ["partnership"]
    list_select_related = ["municipality", "from_municipality", "partnership"]
    search_fields = ["title", "text"]
    autocomplete_fields = ["partnership", "municipality", "from_municipality", "recorded_by"]
