# mypy: disable-error-code="type-arg"
"""Decisions in the administration: to read only, because they are never changed."""

from django.contrib import admin

from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.foundation.readonly import ReadOnly


@admin.register(Decision)
class DecisionAdmin(ReadOnly, ScopedAdmin):
    list_display = ["number", "title", "partnership", "way", "taken_on"]
    list_filter = ["way", "partnership"]
    list_select_related = ["partnership"]
    search_fields = ["title", "text"]
