# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.files.models import Document
from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.foundation.readonly import ReadOnly


@admin.register(Document)
class DocumentAdmin(ReadOnly, ScopedAdmin):
    """That there is one, and how large; what is in it is for the partnership."""

    list_display = ["pk", "partnership", "subject", "content_type", "size", "uploaded_at"]
    list_filter = ["content_type"]
    list_select_related = ["partnership"]
    fields = ["partnership", "subject", "key", "content_type", "size", "sha256", "uploaded_at"]
