"""Who steers what: all subjects, giving a mandate, renewing and stopping it, and asking an organ to decide."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from groeimodel.content.steering import steering
from groeimodel.foundation.mandates.subjects import choices_of
from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.shop.organs.selectors import organs_of
from groeimodel.shop.organs.showing import people_of
from groeimodel.shop.sittings.selectors import coming, point_of
from groeimodel.shop.steering import selectors, services
from groeimodel.shop.steering.forms import AgendaForm, DayForm, MandateForm
from groeimodel.shop.steering.models import Hand, ProcessMandate
from groeimodel.shop.steering.views.common import SEE, TEND, mandate_or_404, me, show


@require_safe
@in_partnership(SEE)
@kept
def page(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    today = timezone.localdate()
    return show(
        request,
        partnership,
        "page",
        steered=selectors.steered(partnership, today),
        begun=selectors.begun_on(partnership, today),
        may_tend=may_here(request, partnership)(TEND),
    )


@in_partnership(TEND)
def give(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """A new mandate; `onderwerp` in the address chooses the subject."""
    today = timezone.localdate()
    topic = steering().topic(request.GET.get("onderwerp", ""))
    begin = {"starts": today, "ends": year_later(today), "topic": topic.id if topic else ""}
    return write(request, partnership, begin, None)


@in_partnership(TEND)
def renew(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """A new mandate in the place of this one, with what is known filled in."""
    before, today = mandate_or_404(partnership, pk), timezone.localdate()
    starts = today
    begin: dict[str, object] = {
        "starts": starts,
        "ends": year_later(max(starts, min(before.ends, year_later(starts)))),
        "topic": before.topic,
        "title": "" if before.topic else before.title,
        "task": before.task,
    }
    for kind in Hand.Kind.values:
        begin[kind] = [
            str(key)
            for key in Hand.objects.filter(mandate=before, kind=kind).values_list("person", flat=True)
        ]
    return write(request, partnership, begin, before)


def write(
    request: HttpRequest, partnership: Partnership, begin: dict[str, object], before: ProcessMandate | None
) -> HttpResponse:
    today = timezone.localdate()
    titles = [one.name for one in organs_of(partnership, today)]
    titles += [one.title for one in choices_of(partnership) if one.open]
    form = MandateForm(request.POST or None, people=people_of(partnership), titles=titles, initial=begin)
    if request.method == "POST" and form.is_valid():
        try:
            done = services.give(
                partnership=partnership, given=form.given(), replaces=before, actor=me(request)
            )
            messages.success(request, _("Genoteerd. Iedereen ziet nu wie dit stuurt."))
            return redirect(
                "steering:agenda" if done.given_on is None else "steering:mandate", partnership.slug, done.pk
            )
        except ValidationError as error:
            form.add_error(None, error)
    return show(request, partnership, "give", form, before=before, titles=titles)


def year_later(day: date) -> date:
    return (
        day.replace(year=day.year + 1, day=28)
        if (day.month, day.day) == (2, 29)
        else day.replace(year=day.year + 1)
    )


@require_safe
@in_partnership(SEE)
@kept
def mandate(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    one, today = mandate_or_404(partnership, pk), timezone.localdate()
    (found,) = selectors.shown([one], partnership, today)
    return show(
        request,
        partnership,
        "mandate",
        one=found,
        mandate=one,
        topic=steering().topic(one.topic),
        point=point_of(partnership, one.subject),
        may_tend=may_here(request, partnership)(TEND),
    )


@in_partnership(TEND)
def stop(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Asks first, with a day."""
    one = mandate_or_404(partnership, pk)
    form = DayForm(request.POST or None, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        services.stop(mandate=one, on=form.cleaned_data["on"], actor=me(request))
        messages.success(request, _("Gestopt. Was het een vergissing? Zet het dan weer aan."))
        return redirect(one)
    return show(request, partnership, "stop", form, mandate=one)


@require_POST
@in_partnership(TEND)
def reopen(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    one = mandate_or_404(partnership, pk)
    try:
        services.reopen(mandate=one, actor=me(request))
        messages.success(request, _("Dit mandaat loopt weer."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(one)


@in_partnership(TEND)
def agenda(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Put it on the agenda of an organ, which decides on it."""
    one, today = mandate_or_404(partnership, pk), timezone.localdate()
    form = AgendaForm(request.POST or None, sittings=coming(partnership, today))
    if request.method == "POST" and form.is_valid():
        try:
            services.on_agenda(
                mandate=one, sitting=form.chosen(), kind=form.cleaned_data["kind"], actor=me(request)
            )
            messages.success(request, _("Het staat op de agenda."))
            return redirect(one)
        except ValidationError as error:
            form.add_error(None, error)
    return show(request, partnership, "agenda", form, mandate=one)
