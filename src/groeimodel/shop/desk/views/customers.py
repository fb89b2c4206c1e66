"""The pages of customers, without an account: ask, confirm, follow, and say how it was."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_scopes import scope, scopes_disabled

from groeimodel.foundation import links
from groeimodel.foundation.doors import open_to_all
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import WITH_LOGO
from groeimodel.shop.desk import guarding, letters, selectors, services
from groeimodel.shop.desk.forms.asking import AskForm, MessageForm, RateForm
from groeimodel.shop.desk.models import Line, Request

DOOR = "customers of the shop have no account; what keeps programs out stands in guarding.py"
LINK = "the secret in the address is the right: it came in the customer's own mail"


@never_cache
@open_to_all(DOOR)
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask something of a shop that takes requests."""
    partnership = get_object_or_404(WITH_LOGO, slug=slug)
    with scope(partnership=partnership):
        desk = selectors.desk_of(partnership)
        if not desk.open:
            return render(request, "desk/closed.html", {"partnership": partnership}, status=404)
        form = _form(request, partnership)
        if request.method == "POST" and form.trapped:
            return redirect("desk:sent", slug)  # a program: it need not know
        if request.method == "POST" and form.is_valid():
            return _keep(request, partnership, form)
        return _ask_page(request, partnership, form, status=422 if form.errors else 200)


def _form(request: HttpRequest, partnership: Partnership) -> AskForm:
    today = timezone.localdate()
    return AskForm(
        request.POST if request.method == "POST" else None,
        slug=partnership.slug,
        members=selectors.members_of(partnership),
        offers=list(selectors.offers_to_ask(partnership, today)),
        today=today,
        chosen=request.GET.get("aanbod", ""),
    )


def _keep(request: HttpRequest, partnership: Partnership, form: AskForm) -> HttpResponse:
    if guarding.too_many_from(request) or guarding.too_many_to(form.cleaned_data["email"]):
        form.add_error(
            None, _("Er kwamen net veel vragen van hier. Probeer het over een uur opnieuw, of bel ons.")
        )
        return _ask_page(request, partnership, form, status=429)
    try:
        services.ask(partnership=partnership, wish=form.wish())
    except ValidationError as error:
        form.add_error(None, error.messages)
        return _ask_page(request, partnership, form, status=422)
    return redirect("desk:sent", partnership.slug)


def _ask_page(request: HttpRequest, partnership: Partnership, form: AskForm, *, status: int) -> HttpResponse:
    context = {"partnership": partnership, "desk": selectors.desk_of(partnership), "form": form}
    return render(request, "desk/ask.html", context, status=status)


@require_safe
@open_to_all(DOOR)
def sent(request: HttpRequest, slug: str) -> HttpResponse:
    """What happens now: look in your mailbox."""
    partnership = get_object_or_404(Partnership, slug=slug)
    with scope(partnership=partnership):
        if not selectors.desk_of(partnership).open:
            return render(request, "desk/closed.html", {"partnership": partnership}, status=404)
        return render(request, "desk/sent.html", {"partnership": partnership})


@never_cache
@open_to_all(LINK)
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """One button: programs that guard mailboxes open every link, and must not confirm anything."""
    found = _signed(letters.CONFIRM, token)
    if found is None:
        return render(request, "desk/link_over.html", status=410)
    with scope(partnership=found.partnership):
        if found.state != Request.State.WAITING:
            return redirect("desk:state", found.token)
        if request.method == "POST":
            services.confirm(request=found)
            return redirect("desk:state", found.token)
        days = selectors.desk_of(found.partnership).days
        return render(request, "desk/confirm.html", {"asked": found, "days": days})


@never_cache
@open_to_all(LINK)
def state(request: HttpRequest, token: str) -> HttpResponse:
    """Where the request stands, all that was said, and what the customer can do."""
    with scopes_disabled():
        rows = Request.objects.select_related("partnership", "offer", "municipality")
        found = rows.filter(token=token).exclude(state=Request.State.WAITING).first()
    if found is None:
        raise Http404
    with scope(partnership=found.partnership):
        form = MessageForm(request.POST if request.POST.get("doen") == "bericht" else None)
        if request.method == "POST":
            try:
                if _do(request, found, form):
                    return redirect("desk:state", token)
            except services.TooLate:
                return redirect("desk:state", token)
        return _state_page(request, found, form)


def _do(request: HttpRequest, found: Request, form: MessageForm) -> bool:
    """Whether something was done."""
    doing = request.POST.get("doen")
    if guarding.too_many_said(found.pk):
        told = _("Dat was te vaak na elkaar. Probeer het over een uur opnieuw.")
        if form.is_valid():  # what was typed stays
            form.add_error(None, told)
            return False
        messages.error(request, told)
        return True
    if doing == "ja":
        services.accept(request=found)
    elif doing == "intrekken":
        services.withdraw(request=found, text=request.POST.get("waarom", "")[:1000].replace("\x00", ""))
    elif form.is_valid():
        services.message(request=found, text=form.cleaned_data["text"])
    else:
        return False
    return True


def _state_page(request: HttpRequest, found: Request, form: MessageForm) -> HttpResponse:
    lines = [one for one in found.lines.all() if not one.inner]
    context: dict[str, Any] = {
        "asked": found,
        "partnership": found.partnership,
        "lines": lines,
        "proposal": selectors.proposal_of(lines) if found.state == Request.State.ASKED else None,
        "steps": steps(found),
        "late": bool(found.answer_by and found.answer_by < timezone.localdate()),
        "asks": next((one for one in reversed(lines) if one.kind == Line.Kind.QUESTION), None),
        "form": form,
    }
    return render(request, "desk/state.html", context, status=422 if form.errors else 200)


def steps(found: Request) -> list[tuple[str, str]]:
    """The way of a request, each step with 'past', 'here' or 'ahead'."""
    names = [_("Ontvangen"), _("In behandeling"), _("Afgesproken"), _("Gedaan")]
    order = {Request.State.NEW: 0, Request.State.BUSY: 1, Request.State.ASKED: 1, Request.State.AGREED: 2}
    here = order.get(Request.State(found.state), 3)
    return [(name, "past" if n < here else "here" if n == here else "ahead") for n, name in enumerate(names)]


@never_cache
@open_to_all(LINK)
def rate(request: HttpRequest, token: str) -> HttpResponse:
    """One question, once."""
    found = _signed(letters.THANKS, token)
    if found is None:
        return render(request, "desk/link_over.html", status=410)
    with scope(partnership=found.partnership):
        if found.rated:
            return render(request, "desk/rated.html", {"partnership": found.partnership})
        form = RateForm(request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            try:
                services.rate(request=found, **form.cleaned_data)
            except services.TooLate:
                return render(request, "desk/link_over.html", status=410)
            return render(request, "desk/rated.html", {"partnership": found.partnership})
        context = {"partnership": found.partnership, "form": form}
        return render(request, "desk/rate.html", context, status=422 if form.errors else 200)


def _signed(purpose: str, token: str) -> Request | None:
    """The request of a link in a mail; None when the link is over or was changed, or the request is gone."""
    try:
        payload = links.read(purpose, token)
    except links.Invalid:
        return None
    with scopes_disabled():
        rows = Request.objects.select_related("partnership", "offer", "municipality")
        return rows.filter(pk=payload["request"]).first()
