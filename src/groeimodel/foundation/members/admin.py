# mypy: disable-error-code="type-arg"
"""Invitations in the administration: to read only; they are sent and withdrawn on the pages of the partnership."""

from django.contrib import admin
from django.http import HttpRequest

from groeimodel.foundation.members.models import Invitation
from groeimodel.foundation.partners.admin import ScopedAdmin


@admin.register(Invitation)
class InvitationAdmin(ScopedAdmin):
    list_display = ["name", "role", "municipality", "partnership", "sent_at", "accepted_at", "withdrawn_at"]
    list_filter = ["role", "partnership"]
    list_select_related = ["municipality", "partnership"]
    search_fields = ["name", "email"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Invitation | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Invitation | None = None) -> bool:
        return False
