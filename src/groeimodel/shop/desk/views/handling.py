"""The desk from inside: the list of requests, and one of them with all that can be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.foundation.people.models import Person
from groeimodel.shop.desk import selectors, services
from groeimodel.shop.desk.forms.asking import TakeDownForm
from groeimodel.shop.desk.forms.handling import (
    AgreeForm,
    AssignForm,
    CorrectForm,
    DeclineForm,
    FinishForm,
    NoteForm,
    ProposeForm,
    ReplyForm,
)
from groeimodel.shop.desk.models import Request
from groeimodel.shop.desk.promising import is_near

Doing = Callable[[Request, Any, Person], Any]


@require_safe
@in_partnership("desk.see")
@kept
def requests(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """What was asked, tab by tab, with how fast it is answered. Contact data stand on the page of a request only."""
    today, person = timezone.localdate(), cast(Person, request.user)
    what = request.GET.get("toon", "open")
    what = what if what in selectors.SHOWN else "open"
    page = Paginator(selectors.shown(partnership, what, person=person, today=today), selectors.PAGE).get_page(
        request.GET.get("bladzijde")
    )
    counts = selectors.counts(partnership, person=person, today=today)
    context = {
        "partnership": partnership,
        "desk": selectors.desk_of(partnership),
        "may": {name: may_here(request, partnership)(f"desk.{name}") for name in ("handle", "set_up")},
        "page": page,
        "what": what,
        "tabs": [(key, label, counts[key]) for key, label in tabs()],
        "any": any(counts.values()),
        "times": selectors.answer_times(partnership, today.year, today),
        "said": selectors.satisfaction(partnership, today.year),
        "today": today,
        "year": today.year,
    }
    return render(request, "desk/list.html", context)


def tabs() -> list[tuple[str, str]]:
    return [
        ("open", _("Lopend")),
        ("nieuw", _("Nieuw")),
        ("telaat", _("Te laat")),
        ("mijn", _("Van mij")),
        ("klaar", _("Afgerond")),
    ]


@in_partnership("desk.handle")
def request_page(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """One request, with its history and everything that can be done with it."""
    found = get_object_or_404(selectors.with_history(partnership), pk=pk)
    doing, actor = request.POST.get("doen", ""), cast(Person, request.user)
    shown = _forms(found, doing, request)
    if request.method == "POST":
        if doing in ("heropen", "wis"):
            return _after(request, found, actor, doing)
        if doing not in shown:
            raise Http404
        form = shown[doing]
        if form.is_valid():
            try:
                DO[doing](found, form, actor)
            except ValidationError as error:
                form.add_error(None, error.messages)
            else:
                messages.success(request, done_words()[doing])
                return redirect("desk:request", partnership.slug, pk)
    today = timezone.localdate()
    context = {
        "partnership": partnership,
        "asked": found,
        "forms": shown,
        "doing": doing,
        "late": bool(found.answer_by and found.answer_by < today),
        "near": bool(found.answer_by and is_near(found.answer_by, today)),
        "still_booked": not found.is_open
        and found.state != Request.State.DONE
        and any(one.cancelled_at is None for one in found.bookings.all()),
        "books": bool(selectors.bookables_of(partnership)),
    }
    return render(request, "desk/request.html", context, status=422 if doing else 200)


def _forms(found: Request, doing: str, request: HttpRequest) -> dict[str, forms.Form]:
    """Every form of the page by its name; only the one that was sent has data."""

    def data(name: str) -> Any:
        return request.POST if doing == name else None

    notes: dict[str, forms.Form] = {"nota": NoteForm(data("nota"), prefix="nota")}
    if not found.is_open:
        return notes
    people, members = selectors.handlers_of(found.partnership), selectors.members_of(found.partnership)
    agreed = {
        "what": found.agreed_what or found.wish,
        "day": found.agreed_on or found.day,
        "price": found.price,
    }
    return notes | {
        "antwoord": ReplyForm(data("antwoord"), prefix="antwoord"),
        "voorstel": ProposeForm(data("voorstel"), prefix="voorstel", initial={"day": found.day}),
        "afspraak": AgreeForm(data("afspraak"), prefix="afspraak", initial=agreed),
        "afronden": FinishForm(data("afronden"), prefix="afronden", members=members, request=found),
        "nee": DeclineForm(data("nee"), prefix="nee"),
        "verbeter": CorrectForm(
            data("verbeter"),
            prefix="verbeter",
            members=members,
            offers=list(selectors.offers_to_ask(found.partnership, timezone.localdate())),
            request=found,
        ),
        "wie": AssignForm(data("wie"), prefix="wie", people=people, request=found),
    }


DO: dict[str, Doing] = {
    "nota": lambda found, form, actor: services.note(request=found, actor=actor, **form.cleaned_data),
    "antwoord": lambda found, form, actor: services.reply(request=found, actor=actor, **form.cleaned_data),
    "voorstel": lambda found, form, actor: services.propose(request=found, actor=actor, **form.cleaned_data),
    "afspraak": lambda found, form, actor: services.agree(request=found, actor=actor, **form.cleaned_data),
    "nee": lambda found, form, actor: services.decline(request=found, actor=actor, **form.cleaned_data),
    "afronden": lambda found, form, actor: services.finish(request=found, served=form.served(), actor=actor),
    "verbeter": lambda found, form, actor: services.correct(request=found, facts=form.facts(), actor=actor),
    "wie": lambda found, form, actor: services.assign(
        request=found, handler=form.people[form.cleaned_data["handler"]], actor=actor
    ),
}


def done_words() -> dict[str, str]:
    return {
        "nota": _("Bewaard. De klant ziet dit niet."),
        "antwoord": _("Verstuurd. De klant krijgt je antwoord per mail."),
        "voorstel": _("Verstuurd. De klant zegt ja met één knop."),
        "afspraak": _("Genoteerd. De klant krijgt de afspraak per mail."),
        "nee": _("Verstuurd. De klant leest je reden."),
        "afronden": _("Afgerond. De klant krijgt een bedankje met één vraag."),
        "verbeter": _("Verbeterd."),
        "wie": _("Genoteerd wie het opvolgt."),
    }


def _after(request: HttpRequest, found: Request, actor: Person, doing: str) -> HttpResponse:
    """What can be done with a request that is closed: open it again, or take names and words out."""
    try:
        if doing == "heropen":
            services.reopen(request=found, actor=actor)
            messages.success(request, _("Weer geopend. De klant krijgt een mail."))
        else:
            services.erase_now(request=found, actor=actor)
            messages.success(request, _("Gewist. De cijfers bleven."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("desk:request", found.partnership.slug, found.pk)


@in_partnership("desk.handle")
def take_down(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Write down what somebody asks by telephone or at the counter."""
    today = timezone.localdate()
    form = TakeDownForm(
        request.POST if request.method == "POST" else None,
        slug=partnership.slug,
        members=selectors.members_of(partnership),
        offers=list(selectors.offers_to_ask(partnership, today)),
        today=today,
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = services.take_down(
                partnership=partnership, wish=form.wish(), actor=cast(Person, request.user)
            )
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, _("Genoteerd. De antwoordtijd loopt vanaf nu."))
            return redirect("desk:request", partnership.slug, made.pk)
    context = {"partnership": partnership, "form": form}
    return render(request, "desk/take_down.html", context, status=422 if form.errors else 200)
