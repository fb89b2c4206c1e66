# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.gauge.expectations.models import Agreement, Round


@admin.register(Round)
class RoundAdmin(ScopedAdmin):
    list_display = ["partnership", "opened_at", "closes_on", "closed_at", "talked_on"]
    list_filter = ["partnership"]
    list_select_related = ["partnership"]
    autocomplete_fields = ["partnership", "opened_by"]


@admin.register(Agreement)
class AgreementAdmin(ScopedAdmin):
    list_display = ["text", "due", "done_at", "partnership"]
    list_filter = ["partnership"]
    list_select_related = ["partnership"]
    autocomplete_fields = ["partnership", "owner", "made_by"]
