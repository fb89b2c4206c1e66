# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.soil.meetings.models import Meeting


@admin.register(Meeting)
class MeetingAdmin(ScopedAdmin):
    list_display = ["title", "partnership", "audience", "starts", "cancelled_at"]
    list_filter = ["partnership", "audience"]
    list_select_related = ["partnership"]
    search_fields = ["title", "about"]
    autocomplete_fields = ["partnership", "planned_by"]
