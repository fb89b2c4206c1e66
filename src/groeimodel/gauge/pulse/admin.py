# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.foundation.readonly import ReadOnly
from groeimodel.gauge.pulse.models import Pulse


@admin.register(Pulse)
class PulseAdmin(ReadOnly, ScopedAdmin):
    """That there was one; who was asked and what was answered are not here at all."""

    list_display = ["partnership", "meeting", "opened_at", "closed_at"]
    list_filter = ["partnership"]
    list_select_related = ["partnership", "meeting"]
