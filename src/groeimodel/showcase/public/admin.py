# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.showcase.public.models import Page


@admin.register(Page)
class PageAdmin(ScopedAdmin):
    list_display = ["partnership", "changed_at"]
    list_filter = ["partnership"]
    list_select_related = ["partnership"]
    autocomplete_fields = ["partnership", "changed_by"]
