# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.showcase.photo.models import Photo


@admin.register(Photo)
class PhotoAdmin(ScopedAdmin):
    list_display = ["partnership", "made_at", "ends_on", "withdrawn_at"]
    list_filter = ["partnership"]
    list_select_related = ["partnership"]
    autocomplete_fields = ["partnership", "made_by"]
    exclude = ["token"]
