# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.shop.organs.models import Organ, OrganSeat


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
