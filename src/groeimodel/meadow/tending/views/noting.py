"""Hours, results and news of an action: each a short form."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groeimodel.foundation.mandates.models import Use
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.meadow.tending import services
from groeimodel.meadow.tending.forms import HoursForm, NewsForm, ResultForm
from groeimodel.meadow.tending.models import Hours, Result, Update
from groeimodel.meadow.tending.views.common import Desk, Sheet, desk_of, insist, sent, tap, write


def hours_form(desk: Desk, *data: Any) -> HoursForm:
    return HoursForm(
        *data,
        places=desk.hour_places,
        partnership_too=desk.tells_for(None),
        today=timezone.localdate(),
    )


def result_form(desk: Desk, *data: Any) -> ResultForm:
    return ResultForm(
        *data,
        places=desk.result_places,
        together=desk.action.plot_id is None and desk.tells_for(None, desk.action.gardener_id),
        today=timezone.localdate(),
    )


@in_partnership("tending.open", each="tending.tell")
def hours(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    desk = desk_of(request, partnership, pk, members=True)
    insist(bool(desk.hour_places))
    form = hours_form(desk, *sent(request))
    sheet = Sheet(_("Uren"), _("Noteer de uren"), _("Genoteerd."), "uren")
    return write(desk, form, lambda: keep_hours(desk, form), sheet)


def keep_hours(desk: Desk, form: HoursForm) -> str:
    made = services.note_hours(action=desk.action, worked=form.worked(desk.me), actor=desk.me)
    if isinstance(made, Use):
        return _("Genoteerd, ook op je tijdsmandaat. Ze tellen één keer.")
    return _("Genoteerd. Er is geen tijdsmandaat voor, dus ze staan enkel bij deze actie.")


@require_POST
@in_partnership("tending.open", each="tending.tell")
def remove_hours(request: HttpRequest, partnership: Partnership, pk: int, hours: int) -> HttpResponse:
    desk = desk_of(request, partnership, pk)
    row = get_object_or_404(Hours.objects.select_related("municipality"), pk=hours, action=desk.action)
    row.action = desk.action
    return tap(desk, lambda: services.remove_hours(hours=row, actor=desk.me), _("Weggehaald."), "uren")


@in_partnership("tending.open", each="tending.tell")
def result(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    desk = desk_of(request, partnership, pk, members=True)
    insist(bool(desk.result_places))
    form = result_form(desk, *sent(request))
    sheet = Sheet(_("Een resultaat"), _("Noteer het resultaat"), _("Genoteerd."), "resultaten")
    return write(
        desk,
        form,
        lambda: services.note_result(action=desk.action, counted=form.counted, actor=desk.me),
        sheet,
    )


@require_POST
@in_partnership("tending.open", each="tending.tell")
def remove_result(request: HttpRequest, partnership: Partnership, pk: int, result: int) -> HttpResponse:
    desk = desk_of(request, partnership, pk)
    row = get_object_or_404(Result.objects.select_related("municipality"), pk=result, action=desk.action)
    row.action = desk.action
    done = _("Weggehaald.")
    return tap(desk, lambda: services.remove_result(result=row, actor=desk.me), done, "resultaten")


@in_partnership("tending.open", each="actions.tend")
def news(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    desk = desk_of(request, partnership, pk)
    insist(desk.tends)
    form = NewsForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    sheet = Sheet(
        _("Nieuws"),
        _("Vertel het"),
        _("Verteld. Het komt in het overzicht dat iedereen per mail krijgt."),
        "nieuws",
        files=True,
    )
    return write(
        desk,
        form,
        lambda: services.write_update(action=desk.action, news=form.news, actor=desk.me),
        sheet,
    )


@in_partnership("tending.open", each="actions.tend")
def remove_news(request: HttpRequest, partnership: Partnership, pk: int, update: int) -> HttpResponse:
    """Asks first: the picture goes along, and that cannot be undone."""
    desk = desk_of(request, partnership, pk)
    row = get_object_or_404(Update, pk=update, action=desk.action)
    row.action = desk.action
    insist(desk.tends)
    if request.method == "POST":
        return tap(
            desk, lambda: services.remove_update(update=row, actor=desk.me), _("Het nieuws is weg."), "nieuws"
        )
    context = {"partnership": partnership, "action": desk.action, "update": row}
    return render(request, "tending/remove_news.html", context)
