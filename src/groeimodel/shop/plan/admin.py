# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.foundation.readonly import ReadOnly
from groeimodel.shop.plan.models import (
    ActionPlan,
    Cycle,
    LocalAction,
    LocalLink,
    Objective,
    Plan,
    PlanAction,
    Version,
)


@admin.register(Plan)
class PlanAdmin(ScopedAdmin):
    list_display = ["title", "partnership", "starts", "ends", "adopted_on"]
    list_filter = ["partnership"]
    list_select_related = ["partnership"]


@admin.register(Objective, ActionPlan, PlanAction)
class RowAdmin(ScopedAdmin):
    list_display = ["code", "title", "struck_at"]
    search_fields = ["title"]


@admin.register(Version)
class VersionAdmin(ReadOnly, ScopedAdmin):
    """To read only: what was adopted never changes."""

    list_display = ["plan", "number", "adopted_on", "decision"]
    list_select_related = ["plan"]


@admin.register(Cycle)
class CycleAdmin(ScopedAdmin):
    list_display = ["title", "partnership", "starts", "ends", "status"]
    list_filter = ["partnership"]
    list_select_related = ["partnership"]


@admin.register(LocalAction)
class LocalActionAdmin(ScopedAdmin):
    list_display = ["code", "title", "municipality", "gone_on"]
    list_filter = ["municipality"]
    list_select_related = ["municipality"]


@admin.register(LocalLink)
class LocalLinkAdmin(ScopedAdmin):
    list_display = ["local", "action", "contradicts"]
    list_select_related = ["local", "action"]
