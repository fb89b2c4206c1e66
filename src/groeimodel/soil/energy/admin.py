# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.foundation.readonly import ReadOnly
from groeimodel.soil.energy.models import DryWarning


@admin.register(DryWarning)
class DryWarningAdmin(ReadOnly, ScopedAdmin):
    """That somebody was told; of which municipality is for the coordinator."""

    list_display = ["partnership", "half", "at"]
    list_select_related = ["partnership"]
    fields = ["partnership", "half", "at"]
