# mypy: disable-error-code="type-arg"
"""Sittings in the administration: to read, because votes are counted and written down by the room itself."""

from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.foundation.readonly import ReadOnly
from groeimodel.shop.sittings.models import AgendaItem, Sitting


class AgendaItemInline(admin.TabularInline):
    model = AgendaItem
    fields = ["order", "title", "kind", "state"]
    extra = 0
    can_delete = False


@admin.register(Sitting)
class SittingAdmin(ReadOnly, ScopedAdmin):
    list_display = ["organ", "starts", "state", "partnership"]
    list_filter = ["partnership", "state"]
    list_select_related = ["organ", "partnership"]
    inlines = [AgendaItemInline]
