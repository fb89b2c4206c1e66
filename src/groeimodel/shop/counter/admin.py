# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.shop.counter.models import (
    Agreement,
    Anchor,
    Bouquet,
    Offer,
    ReadyPoint,
    Speciality,
    Supplier,
    Support,
    SupportCall,
    Use,
)


@admin.register(Offer)
class OfferAdmin(ScopedAdmin):
    list_display = ["title", "partnership", "draft", "featured", "starts", "ends", "withdrawn_on"]
    list_filter = ["partnership", "draft", "featured"]
    list_select_related = ["partnership"]
    raw_id_fields = ["grew_from", "responsible", "speciality", "plan_action", "picture"]


@admin.register(Bouquet)
class BouquetAdmin(ScopedAdmin):
    list_display = ["title", "partnership", "starts", "ends"]
    list_filter = ["partnership"]
    list_select_related = ["partnership"]
    raw_id_fields = ["offers"]


@admin.register(Speciality)
class SpecialityAdmin(ScopedAdmin):
    list_display = ["title", "partnership"]
    list_filter = ["partnership"]
    list_select_related = ["partnership"]


@admin.register(ReadyPoint)
class ReadyPointAdmin(ScopedAdmin):
    list_display = ["offer", "point", "answer", "by"]
    list_select_related = ["offer"]
    raw_id_fields = ["offer", "who"]


@admin.register(Supplier)
class SupplierAdmin(ScopedAdmin):
    list_display = ["name", "partnership"]
    list_filter = ["partnership"]
    list_select_related = ["partnership"]


@admin.register(Agreement)
class AgreementAdmin(ScopedAdmin):
    list_display = ["title", "supplier", "starts", "ends", "notice_on", "lapses"]
    list_select_related = ["supplier"]
    raw_id_fields = ["supplier", "offers"]


@admin.register(Anchor)
class AnchorAdmin(ScopedAdmin):
    list_display = ["offer", "part", "until"]
    list_select_related = ["offer"]
    raw_id_fields = ["offer"]


@admin.register(Use)
class UseAdmin(ScopedAdmin):
    list_display = ["offer", "municipality", "day", "people", "source"]
    list_select_related = ["offer", "municipality"]
    raw_id_fields = ["offer", "municipality", "noted_by"]


@admin.register(SupportCall)
class SupportCallAdmin(ScopedAdmin):
    list_display = ["partnership", "year", "asked_at"]
    list_select_related = ["partnership"]
    raw_id_fields = ["asked_by"]


@admin.register(Support)
class SupportAdmin(ScopedAdmin):
    list_display = ["municipality", "year", "mark", "partnership"]
    list_select_related = ["municipality", "partnership"]
    raw_id_fields = ["municipality", "by"]
