# mypy: disable-error-code="type-arg"
"""Mandates in the administration: to read only, because they are versioned and never edited."""

from django.contrib import admin

from groeimodel.foundation.mandates.models import Mandate
from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.foundation.readonly import ReadOnly


@admin.register(Mandate)
class MandateAdmin(ReadOnly, ScopedAdmin):
    list_display = ["holder", "kind", "municipality", "partnership", "starts", "ends", "closed_on"]
    list_filter = ["kind", "closed_why", "partnership"]
    list_select_related = ["holder", "municipality", "partnership"]
    search_fields = ["holder__name", "municipality__name"]
