# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.foundation.readonly import ReadOnly
from groeimodel.meadow.choosing.models import Round


@admin.register(Round)
class RoundAdmin(ReadOnly, ScopedAdmin):
    """To look at only: what was chosen is held together by the services."""

    list_display = ["title", "partnership", "state", "money", "rule", "closes_on", "closed_at"]
    list_filter = ["partnership", "state", "money", "rule"]
    list_select_related = ["partnership"]
    search_fields = ["title", "why"]
