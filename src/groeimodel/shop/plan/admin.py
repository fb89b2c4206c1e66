# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.shop.plan.models import Plan


@admin.register(Plan)
class PlanAdmin(ScopedAdmin):
    list_display = ["title", "partnership", "starts", "ends", "adopted_on"]
    list_filter = ["partnership"]
    list_select_related = ["partnership"]
