# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.foundation.readonly import ReadOnly
from groeimodel.meadow.tending.models import Expense, Hours, Result, Signal, Task, Update


@admin.register(Task)
class TaskAdmin(ScopedAdmin):
    list_display = ["text", "action", "owner", "due", "done_at"]
    list_filter = ["action__partnership"]
    list_select_related = ["action", "owner"]
    raw_id_fields = ["action", "owner", "noted_by"]


@admin.register(Expense)
class ExpenseAdmin(ReadOnly, ScopedAdmin):
    """Nothing is changed in place, by nobody: a counter-entry puts it right."""

    list_display = ["what", "action", "on", "amount", "payer", "approval"]
    list_filter = ["action__partnership", "approval"]
    list_select_related = ["action", "payer"]
    search_fields = ["what", "source"]


@admin.register(Hours)
class HoursAdmin(ScopedAdmin):
    list_display = ["on", "action", "municipality", "hours"]
    list_filter = ["action__partnership"]
    list_select_related = ["action", "municipality"]
    raw_id_fields = ["action", "municipality", "person", "noted_by"]


@admin.register(Result)
class ResultAdmin(ScopedAdmin):
    list_display = ["figure", "unit", "action", "municipality", "source"]
    list_filter = ["action__partnership", "reach"]
    list_select_related = ["action", "municipality"]
    raw_id_fields = ["action", "municipality", "noted_by"]


@admin.register(Update)
class UpdateAdmin(ScopedAdmin):
    list_display = ["text", "action", "public", "noted_at"]
    list_filter = ["action__partnership", "public"]
    list_select_related = ["action"]
    raw_id_fields = ["action", "noted_by"]


@admin.register(Signal)
class SignalAdmin(ReadOnly, ScopedAdmin):
    list_display = ["action", "kind", "since", "mailed_at"]
    list_filter = ["action__partnership", "kind"]
    list_select_related = ["action"]
