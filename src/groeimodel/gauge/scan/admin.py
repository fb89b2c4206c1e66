# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.foundation.readonly import ReadOnly
from groeimodel.gauge.scan.models import Round


@admin.register(Round)
class RoundAdmin(ReadOnly, ScopedAdmin):
    """Rounds can be looked up, not made or changed: that goes through the services. Sheets are not here at all:
    what people answered is nobody's to read one by one."""

    list_display = ["title", "partnership", "opened_at", "closed_at", "privacy"]
    list_filter = ["partnership"]
    list_select_related = ["partnership"]
    search_fields = ["title"]
