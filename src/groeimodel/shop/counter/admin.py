# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.shop.counter.models import Offer


@admin.register(Offer)
class OfferAdmin(ScopedAdmin):
    list_display = ["title", "partnership", "draft", "featured", "starts", "ends"]
    list_filter = ["partnership", "draft", "featured"]
    list_select_related = ["partnership"]
    raw_id_fields = ["grew_from"]
