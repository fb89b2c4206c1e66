"""Suppliers, with what was agreed with them and until when."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.shop.counter import services
from groeimodel.shop.counter.forms import AgreementForm, SupplierForm
from groeimodel.shop.counter.models import Agreement, Supplier
from groeimodel.shop.counter.services import SUPPLY
from groeimodel.shop.counter.supplying import agreements_with, suppliers_of
from groeimodel.shop.counter.views.common import me

SEE = "counter.see_suppliers"


@in_partnership(SEE, post=SUPPLY)
def suppliers(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    form = SupplierForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = services.add_supplier(partnership=partnership, card=form.card(), actor=me(request))
        messages.success(request, _("Genoteerd. Zet er nu bij wat jullie afspraken."))
        return redirect("counter:supplier", partnership.slug, made.pk)
    context = {
        "partnership": partnership,
        "rows": suppliers_of(partnership, timezone.localdate()),
        "form": form if may_here(request, partnership)(SUPPLY) else None,
    }
    return render(request, "counter/suppliers.html", context, status=422 if form.errors else 200)


def supplier_here(partnership: Partnership, pk: int) -> Supplier:
    return get_object_or_404(Supplier.objects.select_related("partnership"), pk=pk, partnership=partnership)


def agreement_here(partnership: Partnership, pk: int) -> Agreement:
    rows = Agreement.objects.select_related("supplier__partnership")
    return get_object_or_404(rows, pk=pk, supplier__partnership=partnership)


@in_partnership(SEE, post=SUPPLY)
def supplier(request: HttpRequest, partnership: Partnership, supplier: int) -> HttpResponse:
    """One supplier with its agreements, and a form for a new one."""
    found, today = supplier_here(partnership, supplier), timezone.localdate()
    form = AgreementForm(request.POST or None, partnership=partnership, today=today)
    if request.method == "POST" and form.is_valid():
        try:
            services.agree(supplier=found, agreed=form.agreed(), actor=me(request))
            messages.success(request, _("Genoteerd. We verwittigen je op tijd."))
            return redirect("counter:supplier", partnership.slug, supplier)
        except ValidationError as error:
            form.add_error(None, error.messages)
    context = {
        "partnership": partnership,
        "supplier": found,
        "rows": agreements_with(found, today),
        "form": form if may_here(request, partnership)(SUPPLY) else None,
    }
    return render(request, "counter/supplier.html", context, status=422 if form.errors else 200)


@in_partnership(SUPPLY)
def change_supplier(request: HttpRequest, partnership: Partnership, supplier: int) -> HttpResponse:
    """Change the card of a supplier, or take it away."""
    found = supplier_here(partnership, supplier)
    if request.method == "POST" and "weg" in request.POST:
        try:
            services.remove_supplier(supplier=found, actor=me(request))
            messages.success(request, _("Weggehaald, met de contactgegevens."))
            return redirect("counter:suppliers", partnership.slug)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect("counter:supplier", partnership.slug, supplier)
    form = SupplierForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        fresh = supplier_here(partnership, supplier)
        services.change_supplier(supplier=fresh, card=form.card(), actor=me(request))
        messages.success(request, _("Bewaard."))
        return redirect("counter:supplier", partnership.slug, supplier)
    context = {"partnership": partnership, "supplier": found, "form": form}
    return render(request, "counter/change_supplier.html", context, status=422 if form.errors else 200)


@in_partnership(SUPPLY)
def agreement(request: HttpRequest, partnership: Partnership, agreement: int) -> HttpResponse:
    """Renew an agreement, let it lapse, or take away one that was noted by mistake."""
    found = agreement_here(partnership, agreement)
    if request.method == "POST" and "weg" in request.POST:
        services.remove_agreement(agreement=found, actor=me(request))
        messages.success(request, _("Weggehaald."))
        return redirect("counter:supplier", partnership.slug, found.supplier_id)
    today = timezone.localdate()
    form = AgreementForm(request.POST or None, partnership=partnership, today=today, instance=found)
    if request.method == "POST" and form.is_valid():
        try:
            fresh = agreement_here(partnership, agreement)
            services.change_agreement(agreement=fresh, agreed=form.agreed(), actor=me(request))
            messages.success(request, _("Bewaard."))
            return redirect("counter:supplier", partnership.slug, found.supplier_id)
        except ValidationError as error:
            form.add_error(None, error.messages)
    context = {"partnership": partnership, "agreement": found, "form": form}
    return render(request, "counter/agreement.html", context, status=422 if form.errors else 200)
