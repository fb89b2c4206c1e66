"""'Mijn gegevens': seeing, correcting, taking along and erasing what is kept about oneself."""

from typing import cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from groeimodel.foundation import links
from groeimodel.foundation.doors import needs, open_to_all
from groeimodel.foundation.partners.keeping import keep_page
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.privacy import export, selectors, services
from groeimodel.foundation.privacy.forms import AddressForm, EraseForm, NameForm
from groeimodel.foundation.signin.views import fresh


@never_cache
@needs("privacy.correct")
def mine(request: HttpRequest) -> HttpResponse:
    """What is kept about me and why, and my name to correct; ?toon= reads the lines of one room, or of all."""
    person, show = cast(Person, request.user), request.GET.get("toon", "")
    form = NameForm(request.POST or None, initial={"name": person.name})
    if request.method == "POST" and form.is_valid():
        services.change_name(person=person, name=form.cleaned_data["name"], actor=person)
        messages.success(request, _("Bewaard."))
        return redirect("privacy:mine")
    erasure = services.open_erasure(person)

    def make() -> HttpResponse:
        context = {
            "form": form,
            "kept": selectors.kept_about(person, show),
            "everything": selectors.EVERYTHING,
            "all_shown": show == selectors.EVERYTHING,
            "erasure": erasure,
        }
        return render(request, "privacy/mine.html", context, status=422 if form.errors else 200)

    # What rooms hold is always read anew; the page with only their names is the same until one of these changes.
    same = f"{person.name} {person.email} {erasure and erasure.due_at}"
    return make() if show else keep_page(request, lambda: same, make)


@needs("privacy.correct")
@fresh
def address(request: HttpRequest) -> HttpResponse:
    """Another address; nothing changes before the link in the mail to it is used."""
    person = cast(Person, request.user)
    form = AddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.ask_address(person=person, address=form.cleaned_data["email"], actor=person)
        context = {"email": form.cleaned_data["email"]}
        return render(request, "privacy/address_asked.html", context)
    return render(request, "privacy/address.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@open_to_all("whoever has the link that was mailed to the new address")
def confirm_address(request: HttpRequest, token: str) -> HttpResponse:
    """One button, because mail programs open links by themselves."""
    try:
        person, email = services.address_of_link(token)
        if request.method == "POST":
            services.confirm_address(token=token)
            messages.success(request, _("Je nieuwe adres is bevestigd."))
            return redirect("privacy:mine")
    except links.Invalid:
        return render(request, "privacy/link_over.html", status=410)
    except ValidationError as error:
        return render(request, "privacy/link_over.html", {"why": error.messages[0]}, status=409)
    return render(request, "privacy/address_link.html", {"person": person, "email": email})


@require_safe
@never_cache
@needs("people.see_self")
def download(request: HttpRequest) -> HttpResponse:
    """Everything in one file."""
    name = f"mijn-gegevens-{timezone.localdate():%Y-%m-%d}.zip"
    return HttpResponse(
        export.as_zip(cast(Person, request.user)),
        content_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@never_cache
@needs("privacy.erase")
def erase(request: HttpRequest) -> HttpResponse:
    """What goes, what stays and why; one tick and one button."""
    person = cast(Person, request.user)
    form = EraseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            services.ask_erasure(person=person, actor=person)
            return redirect("privacy:erase")
        except ValidationError as error:
            form.add_error(None, error)
    context = {"form": form, "fate": selectors.fate(), "erasure": services.open_erasure(person)}
    return render(request, "privacy/erase.html", context, status=422 if form.errors else 200)


@require_POST
@needs("privacy.erase")
def stop(request: HttpRequest) -> HttpResponse:
    """Keep my data after all."""
    person = cast(Person, request.user)
    if (erasure := services.open_erasure(person)) and services.stop_erasure(erasure=erasure, actor=person):
        messages.success(request, _("Gestopt. Je gegevens blijven bewaard."))
    return redirect("privacy:mine")


@never_cache
@open_to_all("whoever has the link that was mailed to the person")
def stop_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The same from the mail, without signing in."""
    try:
        erasure = services.erasure_of_link(token)
    except links.Invalid:
        return render(request, "privacy/link_over.html", status=410)
    stopped = request.method == "POST" and services.stop_erasure(erasure=erasure)
    return render(request, "privacy/stop_link.html", {"erasure": erasure, "stopped": stopped})
