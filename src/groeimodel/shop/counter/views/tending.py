"""Tending one offer: write it, show it, withdraw it, its picture, its list and its anchors."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groeimodel.foundation.files.services import too_large
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.shop.counter import services
from groeimodel.shop.counter.anchoring import anchored
from groeimodel.shop.counter.deciding import subject_of
from groeimodel.shop.counter.forms import OfferForm, PictureForm, WhyForm, anchor_forms, point_forms
from groeimodel.shop.counter.models import Agreement
from groeimodel.shop.counter.ready import lists_of
from groeimodel.shop.counter.services import TEND
from groeimodel.shop.counter.views.common import me, own_offer
from groeimodel.shop.sittings import services as sittings
from groeimodel.shop.sittings.selectors import coming


@in_partnership(TEND)
def new(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """A new offer in one small form: in the window at once, or kept to work on."""
    form = OfferForm(request.POST or None, partnership=partnership)
    if request.method == "POST" and form.is_valid():
        try:
            draft = "klaar" not in request.POST
            made = services.add_offer(
                partnership=partnership, said=form.said(), draft=draft, actor=me(request)
            )
            messages.success(
                request, _("Bewaard, nog niet in de winkel.") if draft else _("Het staat in de winkel.")
            )
            return redirect(made)
        except ValidationError as error:
            form.add_error(None, error.messages)
    context = {"partnership": partnership, "form": form}
    return render(request, "counter/new.html", context, status=422 if form.errors else 200)


@in_partnership("counter.write", each=TEND)
def change(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    found = own_offer(request, partnership, pk)
    form = OfferForm(request.POST or None, partnership=partnership, instance=found)
    if request.method == "POST" and form.is_valid():
        try:
            fresh, ready = own_offer(request, partnership, pk), "klaar" in request.POST
            services.change_offer(offer=fresh, said=form.said(), ready=ready, actor=me(request))
            messages.success(request, _("Het staat in de winkel.") if ready else _("Bewaard."))
            return redirect(fresh)
        except ValidationError as error:
            form.add_error(None, error.messages)
    context = {"partnership": partnership, "offer": found, "form": form}
    return render(request, "counter/change.html", context, status=422 if form.errors else 200)


@in_partnership("counter.write", each=TEND)
def withdraw(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Asks why; withdraws on POST, with a button that undoes it."""
    found = own_offer(request, partnership, pk)
    form = WhyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.withdraw(offer=found, why=form.cleaned_data["why"], actor=me(request))
        messages.success(request, _("Weggehaald. Je kunt het altijd terugzetten."))
        return redirect(found)
    context = {"partnership": partnership, "offer": found, "form": form}
    return render(request, "counter/withdraw.html", context, status=422 if form.errors else 200)


@require_POST
@in_partnership("counter.write", each=TEND)
def restore(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    found = own_offer(request, partnership, pk)
    services.restore(offer=found, actor=me(request))
    messages.success(request, _("Het staat er weer."))
    return redirect(found)


@require_POST
@in_partnership("sittings.run")
def agenda(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Put an offer on the agenda of a sitting, so that an organ decides about it."""
    found, asked = own_offer(request, partnership, pk), request.POST.get("zitting", "")
    sitting = next((one for one in coming(partnership, timezone.localdate()) if str(one.pk) == asked), None)
    if sitting is None:
        messages.error(request, _("Kies een zitting waarvan de agenda nog open is."))
        return redirect(f"{found.get_absolute_url()}#beslissen")
    try:
        title, words = _("Aanbod: %(title)s") % {"title": found.title}, found.text
        sittings.put_on_agenda(
            sitting=sitting, title=title, text=words, subject=subject_of(found), actor=me(request)
        )
        messages.success(request, _("Het staat op de agenda."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(f"{found.get_absolute_url()}#beslissen")


@in_partnership("counter.write", each=TEND)
def picture(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Choose the picture that everyone sees, or take it off."""
    found = own_offer(request, partnership, pk)
    if request.method == "POST" and "weg" in request.POST:
        services.take_picture_off(offer=found, actor=me(request))
        messages.success(request, _("De foto is weg van de pagina. Ze blijft bij de documenten."))
        return redirect(found)
    form = PictureForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.META.get("groeimodel.file_too_large"):
        form.add_error("picture", too_large())
    elif request.method == "POST" and form.is_valid():
        chosen = {"upload": form.cleaned_data["picture"], "alt": form.cleaned_data["alt"]}
        try:
            services.hang_picture(offer=found, actor=me(request), **chosen)
            messages.success(request, _("De foto staat erbij."))
            return redirect(found)
        except ValidationError as error:
            form.add_error("picture", error.messages)
    context = {"partnership": partnership, "offer": found, "form": form}
    return render(request, "counter/picture.html", context, status=422 if form.errors else 200)


@in_partnership("counter.write", each=TEND)
def ready(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """The list of an offer: each point yes, not yet or not needed, with who and by when."""
    found = own_offer(request, partnership, pk)
    listed = lists_of([found])[found.pk]
    forms = point_forms(found, listed.rows, request.POST or None)
    if request.method == "POST" and whole(forms):
        checked = {row.point.id: form.checked() for row, form in zip(listed.rows, forms, strict=True)}
        services.check_points(offer=found, checked=checked, actor=me(request))
        messages.success(request, lists_of([found])[found.pk].words)
        return redirect(f"{found.get_absolute_url()}#klaar")
    context = {
        "partnership": partnership,
        "offer": found,
        "listed": listed,
        "rows": list(zip(listed.rows, forms, strict=True)),
    }
    return render(
        request, "counter/ready.html", context, status=422 if any(one.errors for one in forms) else 200
    )


@in_partnership("counter.write", each=TEND)
def anchor(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Until when funding, people and agreements of an offer are secured."""
    found, today = own_offer(request, partnership, pk), timezone.localdate()
    parts = anchored([found], today)[0].parts
    forms = anchor_forms(parts, request.POST or None)
    if request.method == "POST" and whole(forms):
        secured = {str(one.part): form.secured() for one, form in zip(parts, forms, strict=True)}
        services.anchor(offer=found, secured=secured, actor=me(request))
        back = f"{found.get_absolute_url()}#verankering"
        messages.success(request, _("Bewaard."))
        return redirect(back)
    context = {
        "partnership": partnership,
        "offer": found,
        "rows": list(zip(parts, forms, strict=True)),
        "first_end": Agreement.objects.filter(offers=found, ends__gte=today, lapses=False)
        .order_by("ends")
        .first(),
    }
    return render(
        request, "counter/anchor.html", context, status=422 if any(one.errors for one in forms) else 200
    )


def whole(forms: Sequence[Form]) -> bool:
    """Whether all of them are filled in well; each is asked, so that each shows what is wrong."""
    return [form.is_valid() for form in forms].count(False) == 0
