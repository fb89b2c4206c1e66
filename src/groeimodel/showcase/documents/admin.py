# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.showcase.documents.models import Order


@admin.register(Order)
class OrderAdmin(ScopedAdmin):
    list_display = ["partnership", "kind", "form", "state", "progress", "made_at", "expires_on"]
    list_filter = ["state", "kind", "partnership"]
    list_select_related = ["partnership"]
    autocomplete_fields = ["partnership", "municipality", "made_by"]
    exclude = ["path"]
