# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.shop.structure.models import Offer, Organ, OrganSeat, Plan


class OrganSeatInline(admin.TabularInline):
    model = OrganSeat
    autocomplete_fields = ["municipality", "person"]
    extra = 0


@admin.register(Organ)
class OrganAdmin(ScopedAdmin):
    list_display = ["name", "kind", "partnership", "starts", "ends"]
    list_filter = ["partnership", "kind"]
    list_select_related = ["partnership"]
    inlines = [OrganSeatInline]


@admin.register(Plan)
class PlanAdmin(ScopedAdmin):
    list_display = ["title", "partnership", "starts", "ends", "adopted_on"]
    list_filter = ["partnership"]
    list_select_related = ["partnership"]


@admin.register(Offer)
class OfferAdmin(ScopedAdmin):
    list_display = ["title", "partnership", "draft", "featured", "starts", "ends"]
    list_filter = ["partnership", "draft", "featured"]
    list_select_related = ["partnership"]
    raw_id_fields = ["grew_from"]
