# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.shop.steering.models import Cover, Hand, OwnCompetence, ProcessMandate


class HandInline(admin.TabularInline):
    model = Hand
    autocomplete_fields = ["person"]
    extra = 0


@admin.register(ProcessMandate)
class ProcessMandateAdmin(ScopedAdmin):
    list_display = ["title", "partnership", "starts", "ends", "given_on"]
    list_filter = ["partnership"]
    list_select_related = ["partnership"]
    inlines = [HandInline]


@admin.register(OwnCompetence)
class OwnCompetenceAdmin(ScopedAdmin):
    list_display = ["title", "partnership"]
    list_select_related = ["partnership"]


@admin.register(Cover)
class CoverAdmin(ScopedAdmin):
    list_display = ["person", "competence", "partnership"]
    list_select_related = ["person", "partnership"]
    autocomplete_fields = ["person"]
