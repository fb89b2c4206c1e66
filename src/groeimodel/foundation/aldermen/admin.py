# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.aldermen.models import PersonLink


@admin.register(PersonLink)
class PersonLinkAdmin(admin.ModelAdmin):
    """A wrong link is put right here: choose the right person, or remove it and it is asked again."""

    list_display = ["person", "source", "made_by", "made_at"]
    search_fields = ["person__name", "source"]
    autocomplete_fields = ["person"]
    readonly_fields = ["made_by", "made_at"]
    list_select_related = ["person", "made_by"]
