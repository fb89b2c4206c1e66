# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.foundation.readonly import ReadOnly
from groeimodel.support.region.models import Look, Session, VisitNote


@admin.register(Look)
class LookAdmin(ReadOnly, ScopedAdmin):
    list_display = ["partnership", "asked_at", "answered_at", "granted"]
    list_select_related = ["partnership"]


@admin.register(VisitNote)
class VisitNoteAdmin(ReadOnly, ScopedAdmin):
    """That there is a note; what it says is for the supporters of that partnership."""

    list_display = ["partnership", "day"]
    list_select_related = ["partnership"]
    fields = ["partnership", "day"]


@admin.register(Session)
class SessionAdmin(ReadOnly, ScopedAdmin):
    """Without what was written during it."""

    list_display = ["partnership", "kind", "state", "planned_at"]
    list_filter = ["state"]
    list_select_related = ["partnership"]
    fields = ["partnership", "kind", "state", "planned_at", "began_at", "done_at"]
