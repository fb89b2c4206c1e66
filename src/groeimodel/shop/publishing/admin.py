# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.shop.publishing.models import Publication


@admin.register(Publication)
class PublicationAdmin(ScopedAdmin):
    list_display = ["decision", "partnership", "published_at", "withdrawn_at"]
    list_filter = ["partnership"]
    list_select_related = ["partnership", "decision"]
    raw_id_fields = ["decision"]
