# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.shop.organs.models import Occupancy, Organ, OrganSeat, RenewalDecision, Term


class OrganSeatInline(admin.TabularInline):
    """Who sits there is changed on the pages of the organs, so that the history is right."""

    model = OrganSeat
    fields = ["municipality", "person", "task", "votes", "advisory", "opposition", "starts", "ends"]
    readonly_fields = ["person"]
    autocomplete_fields = ["municipality"]
    extra = 0


@admin.register(Organ)
class OrganAdmin(ScopedAdmin):
    list_display = ["name", "kind", "partnership", "starts", "ends"]
    list_filter = ["partnership", "kind"]
    list_select_related = ["partnership"]
    inlines = [OrganSeatInline]


class RenewalInline(admin.TabularInline):
    model = RenewalDecision
    fields = ["municipality", "says_yes", "decided_on", "document"]
    autocomplete_fields = ["municipality"]
    extra = 0


@admin.register(Term)
class TermAdmin(ScopedAdmin):
    list_display = ["partnership", "form", "starts", "ends"]
    list_filter = ["partnership", "form"]
    list_select_related = ["partnership"]
    inlines = [RenewalInline]


@admin.register(Occupancy)
class OccupancyAdmin(ScopedAdmin):
    list_display = ["person", "seat", "capacity", "starts", "ends"]
    list_select_related = ["person", "seat__municipality"]
    readonly_fields = ["seat", "person", "starts", "ends"]
