"""Which mails somebody gets, signed in or by the links at the foot of every mail; and the outbox of the demonstration."""

from typing import cast

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.csrf import csrf_exempt

from groeimodel.foundation import links
from groeimodel.foundation.doors import needs, open_to_all
from groeimodel.foundation.mail import kinds, presenting, selectors, services
from groeimodel.foundation.mail.addresses import PURPOSE, wishes_url
from groeimodel.foundation.mail.forms import WishesForm
from groeimodel.foundation.mail.readers import Reader
from groeimodel.foundation.people.models import Person

A_PAGE = 25
ONLY_STYLES = {
    "default-src": [NONE],
    "style-src": [UNSAFE_INLINE],
    "frame-ancestors": [SELF],
    "form-action": [NONE],
}
"""A mail carries its style on its elements; it may load, run and send nothing."""


@needs("people.see_self")
def settings_page(request: HttpRequest) -> HttpResponse:
    """'Mijn mails': each kind that can be missed, and the cadence of the digest."""
    person = cast(Person, request.user)
    form = WishesForm(request.POST or None, wishes=selectors.wishes_of(Reader(person)))
    if request.method == "POST" and form.is_valid():
        services.choose(reader=Reader(person), actor=person, **form.choices())
        messages.success(request, _("Bewaard. Vanaf nu krijg je de mails die je koos."))
        return redirect("mail:settings")
    return render(request, "mail/wishes.html", {"form": form}, status=422 if form.errors else 200)


@open_to_all("the signed link of a mail says whose wishes these are")
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The same for whoever holds a mail, without signing in."""
    reader = _reader(token)
    if reader is None:
        return render(request, "mail/link_over.html", status=410)
    form = WishesForm(request.POST or None, wishes=selectors.wishes_of(reader))
    if request.method == "POST" and form.is_valid():
        services.choose(reader=reader, **form.choices())
        messages.success(request, _("Bewaard. Vanaf nu krijg je de mails die je koos."))
        return redirect("mail:by_link", token)
    context = {"form": form, "by_link": True}
    return render(request, "mail/wishes.html", context, status=422 if form.errors else 200)


@csrf_exempt  # a mail program sends the form itself (RFC 8058); the signature in the address is the proof
@open_to_all("the signed link of a mail says whose wishes these are")
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Stop one kind of mail: opening the page changes nothing, its button does, and can be taken back."""
    reader, kind = _reader(token), _kind(token)
    if not (reader and kind):
        return render(request, "mail/link_over.html", status=410)
    if request.method == "POST":
        (services.allow if "undo" in request.POST else services.refuse)(kind=kind.name, reader=reader)
    stopped = services.refuses(kind.name, reader)
    context = {"kind": kind, "stopped": stopped, "changed": request.method == "POST"}
    return render(request, "mail/stop.html", {**context, "wishes_url": wishes_url(reader)})


def _reader(token: str) -> Reader | None:
    try:
        return Reader.signed(links.read(PURPOSE, token))
    except links.Invalid:
        return None


def _kind(token: str) -> kinds.Kind | None:
    """The kind that a link stops; None when it cannot be missed (any more)."""
    try:
        name = links.read(PURPOSE, token).get("kind")
    except links.Invalid:
        return None
    return next((kind for kind in kinds.optional_kinds() if kind.name == name), None)


@open_to_all("the demonstration shows what would have been sent; 404 elsewhere")
def outbox(request: HttpRequest) -> HttpResponse:
    """Every mail of the demonstration, newest first."""
    if not settings.DEMO:
        raise Http404
    page = Paginator(selectors.outbox(), A_PAGE).get_page(request.GET.get("bladzijde"))
    return render(request, "mail/outbox.html", {"page": page})


@open_to_all("the demonstration shows what would have been sent; 404 elsewhere")
def mail(request: HttpRequest, pk: int) -> HttpResponse:
    """One mail of the demonstration: as the reader sees it, and as plain text."""
    one = get_object_or_404(selectors.readable(), pk=pk) if settings.DEMO else None
    if one is None:
        raise Http404
    return render(request, "mail/mail.html", {"mail": one, "text": presenting.text_of(one, request)})


@open_to_all("the demonstration shows what would have been sent; 404 elsewhere")
@xframe_options_sameorigin
@csp_replace(ONLY_STYLES)  # type: ignore[arg-type]
def mail_html(request: HttpRequest, pk: int) -> HttpResponse:
    """Only the mail itself, for in a frame that may run nothing and load nothing."""
    if not settings.DEMO:
        raise Http404
    return HttpResponse(presenting.html_of(get_object_or_404(selectors.readable(), pk=pk), request))
