# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.soil.notes.models import Outcome


@admin.register(Outcome)
class OutcomeAdmin(ScopedAdmin):
    list_display = ["text", "kind", "partnership", "owner", "due", "done_at"]
    list_filter = ["partnership", "kind"]
    list_select_related = ["partnership", "owner"]
    search_fields = ["text"]
    autocomplete_fields = ["partnership", "municipality", "owner", "noted_by"]
    raw_id_fields = ["meeting", "item", "harvest"]
