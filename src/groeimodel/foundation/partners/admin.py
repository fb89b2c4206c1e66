# mypy: disable-error-code="type-arg"
"""The administration of municipalities and partnerships, and the base of every room's own pages there."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django_scopes import scopes_disabled

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import (
    Appointment,
    Membership,
    Municipality,
    Partnership,
    Seat,
    Tenure,
)
from groeimodel.foundation.partners.services import set_seats


class ScopedAdmin(admin.ModelAdmin):
    """For tables with a scoped manager: the administration sees all partnerships at once."""

    def get_queryset(self, request: HttpRequest) -> QuerySet[Model]:
        with scopes_disabled():
            return super().get_queryset(request)

    def changelist_view(
        self, request: HttpRequest, extra_context: Mapping[str, Any] | None = None
    ) -> HttpResponse:
        with scopes_disabled():
            return rendered(super().changelist_view(request, dict(extra_context or {})))

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Mapping[str, Any] | None = None,
    ) -> HttpResponse:
        with scopes_disabled():
            return rendered(super().changeform_view(request, object_id, form_url, dict(extra_context or {})))

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: Mapping[str, Any] | None = None
    ) -> HttpResponse:
        with scopes_disabled():
            return rendered(super().delete_view(request, object_id, dict(extra_context or {})))


def rendered(response: HttpResponse) -> HttpResponse:
    """Fill the template while the scopes are still open; a template response waits otherwise."""
    return response.render() if isinstance(response, TemplateResponse) else response


@admin.register(Municipality)
class MunicipalityAdmin(admin.ModelAdmin):
    list_display = ["name", "nis", "province", "merged_into", "invented"]
    list_filter = ["province", "invented"]
    list_select_related = ["merged_into"]
    search_fields = ["name", "nis"]
    autocomplete_fields = ["merged_into"]


class MembershipInline(admin.TabularInline):
    model = Membership
    autocomplete_fields = ["municipality"]
    extra = 0


class AppointmentInline(admin.TabularInline):
    model = Appointment
    autocomplete_fields = ["person"]
    extra = 0


@admin.register(Partnership)
class PartnershipAdmin(admin.ModelAdmin):
    list_display = ["name", "legal_form", "aim", "public", "example", "listed_only"]
    list_filter = ["legal_form", "aim", "public", "example", "listed_only"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [MembershipInline, AppointmentInline]

    def save_model(self, request: HttpRequest, obj: Partnership, form: forms.ModelForm, change: bool) -> None:
        """What the administration does stands in the journal too."""
        super().save_model(request, obj, form, change)
        verb = "partners.changed" if change else "partners.founded"
        data = {"fields": " ".join(form.changed_data)} if change else {}
        record(verb, partnership=obj, actor=request.user, subject=obj, data=data)

    def save_related(
        self, request: HttpRequest, form: forms.ModelForm, formsets: Iterable[Any], change: bool
    ) -> None:
        """A member without its two seats would stand on no page (claim G1)."""
        formsets = list(formsets)
        super().save_related(request, form, formsets, change)
        for one in (
            new for formset in formsets for new in formset.new_objects if isinstance(new, Membership)
        ):
            record(
                "partners.joined",
                partnership=form.instance,
                actor=request.user,
                municipality=one.municipality,
                subject=one,
            )
        for membership in form.instance.memberships.filter(ends__isnull=True):
            set_seats(membership)


class SeatInline(admin.TabularInline):
    model = Seat
    extra = 0
    max_num = 2


@admin.register(Membership)
class MembershipAdmin(admin.ModelAdmin):
    list_display = ["municipality", "partnership", "starts", "ends"]
    list_filter = ["partnership"]
    list_select_related = ["municipality", "partnership"]
    search_fields = ["municipality__name", "partnership__name"]
    autocomplete_fields = ["municipality", "partnership"]
    inlines = [SeatInline]

    def save_related(
        self, request: HttpRequest, form: forms.ModelForm, formsets: Iterable[Any], change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        set_seats(form.instance)


class TenureInline(admin.TabularInline):
    model = Tenure
    autocomplete_fields = ["person"]
    extra = 0


@admin.register(Seat)
class SeatAdmin(admin.ModelAdmin):
    list_display = ["membership", "role"]
    list_filter = ["membership__partnership", "role"]
    list_select_related = ["membership__municipality", "membership__partnership"]
    search_fields = ["membership__municipality__name", "membership__partnership__name"]
    inlines = [TenureInline]
