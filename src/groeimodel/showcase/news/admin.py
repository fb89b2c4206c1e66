# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.showcase.news.models import Edition, Subscription


@admin.register(Edition)
class EditionAdmin(ScopedAdmin):
    list_display = ["title", "partnership", "number", "sent_at", "done_at", "withdrawn_at"]
    list_filter = ["partnership"]
    list_select_related = ["partnership"]
    autocomplete_fields = ["partnership"]
    raw_id_fields = ["made_by", "changed_by", "sent_by"]


@admin.register(Subscription)
class SubscriptionAdmin(ScopedAdmin):
    """That somebody reads along; the address is shown to nobody."""

    list_display = ["pk", "partnership", "language", "asked_at", "confirmed_at"]
    list_filter = ["partnership", "language"]
    list_select_related = ["partnership"]
    fields = ["partnership", "language", "asked_at", "confirmed_at"]
