# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.shop.desk.models import Bookable, Booking, Desk, Request


@admin.register(Desk)
class DeskAdmin(ScopedAdmin):
    list_display = ["partnership", "open", "days", "keep_months"]
    list_select_related = ["partnership"]


@admin.register(Request)
class RequestAdmin(ScopedAdmin):
    """What was asked stands on the pages of the desk: here no names, no words and no secret address."""

    list_display = ["pk", "partnership", "who", "municipality", "state", "received_on", "answer_by"]
    list_filter = ["partnership", "state"]
    list_select_related = ["partnership", "municipality"]
    fields = ["partnership", "who", "municipality", "offer", "state", "received_on", "answer_by", "handler"]
    raw_id_fields = ["municipality", "offer", "handler"]


@admin.register(Bookable)
class BookableAdmin(ScopedAdmin):
    list_display = ["title", "partnership", "capacity", "parts", "buffer", "retired_on"]
    list_filter = ["partnership"]
    list_select_related = ["partnership"]
    raw_id_fields = ["offer"]
    exclude = ["feed_key"]


@admin.register(Booking)
class BookingAdmin(ScopedAdmin):
    list_display = ["bookable", "kind", "first_day", "last_day", "amount", "cancelled_at"]
    list_select_related = ["bookable"]
    raw_id_fields = ["bookable", "request", "made_by"]
