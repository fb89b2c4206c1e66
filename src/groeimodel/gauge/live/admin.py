# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.foundation.readonly import ReadOnly
from groeimodel.gauge.live.models import Session


@admin.register(Session)
class SessionAdmin(ReadOnly, ScopedAdmin):
    """That there was one; what phones answered is nobody's to read one by one."""

    list_display = ["partnership", "source", "state", "opened_at", "ended_at"]
    list_filter = ["partnership"]
    list_select_related = ["partnership"]
    exclude = ["asked", "revealed"]
