# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.showcase.sharing.models import Opening


@admin.register(Opening)
class OpeningAdmin(ScopedAdmin):
    list_display = ["partnership", "kind", "opened_at", "closed_at"]
    list_filter = ["partnership", "kind"]
    list_select_related = ["partnership"]
    autocomplete_fields = ["partnership", "opened_by"]
