# mypy: disable-error-code="type-arg"
"""Invitations in the administration: to read only; they are sent and withdrawn on the pages of the partnership."""

from django.contrib import admin

from groeimodel.foundation.members.models import Invitation
from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.foundation.readonly import ReadOnly


@admin.register(Invitation)
class InvitationAdmin(ReadOnly, ScopedAdmin):
    list_display = ["name", "role", "municipality", "partnership", "sent_at", "accepted_at", "withdrawn_at"]
    list_filter = ["role", "partnership"]
    list_select_related = ["municipality", "partnership"]
    search_fields = ["name", "email"]
