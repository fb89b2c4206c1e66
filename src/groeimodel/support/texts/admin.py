# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.readonly import ReadOnly
from groeimodel.support.texts.models import Version


@admin.register(Version)
class VersionAdmin(ReadOnly):
    """To look at only: texts are changed at the content desk."""

    list_display = ["number", "at", "by", "note"]
    list_select_related = ["by"]
    fields = ["number", "at", "by", "note", "restored"]
