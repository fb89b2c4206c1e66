"""An edition goes, now or later; and off the web again."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.showcase.news import selectors, services
from groeimodel.showcase.news.forms import GoForm
from groeimodel.showcase.news.models import Edition
from groeimodel.showcase.news.views.writing import BAD, SEND, edition_here, me, posted, shown


@in_partnership(SEND)
def send(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """The last question before it goes: to how many, what stands in it, and when."""
    edition = edition_here(partnership, pk)
    if not edition.is_draft:  # somebody else was faster, or the button was pressed twice
        return redirect("news:draft", partnership.slug, pk)
    form = GoForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            return go(request, partnership, edition, form)
        except ValidationError as error:
            form.add_error(None, error)
        except services.Sent:
            return redirect("news:draft", partnership.slug, pk)
    closed = selectors.not_open_any_more(edition, timezone.now())
    context = shown(request, partnership, edition) | {
        "form": form,
        "items": [one for one in selectors.items_of(edition) if one not in closed],
        "left_out": closed,
        "count": selectors.at_least_few(selectors.readers_of(partnership).count()),
    }
    return render(request, "news/send.html", context, status=BAD if form.errors else 200)


def go(request: HttpRequest, partnership: Partnership, edition: Edition, form: GoForm) -> HttpResponse:
    if (send_at := form.send_at) is None:
        services.send(edition=edition, actor=me(request))
        messages.success(request, _("De brief vertrekt. Hier zie je hoever hij is."))
    else:
        services.schedule(edition=edition, send_at=send_at, actor=me(request))
        messages.success(request, _("Gepland. Tot dan kun je de brief nog veranderen."))
    return redirect("news:draft", partnership.slug, edition.pk)


@require_POST
@in_partnership(SEND)
def unschedule(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    try:
        services.unschedule(edition=edition_here(partnership, pk, draft=True), actor=me(request))
        messages.success(request, _("De brief wacht weer op jullie."))
    except services.Sent:
        messages.error(request, _("Te laat: de brief is net vertrokken."))
    return redirect("news:draft", partnership.slug, pk)


@require_POST
@in_partnership(SEND)
def withdraw(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Off the web, or on it again."""
    edition = edition_here(partnership, pk, draft=False)
    if "undo" in request.POST:
        services.restore(edition=edition, actor=me(request))
        messages.success(request, _("De brief staat weer op het web."))
    else:
        services.withdraw(edition=edition, actor=me(request))
        messages.success(request, _("De brief staat niet meer op het web. Wie de mail kreeg, houdt die wel."))
    return redirect("news:draft", partnership.slug, pk)
