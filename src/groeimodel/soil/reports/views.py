"""After a meeting: one page for the chain, and one for the report to an alderman."""

from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.partners.selectors import home_of
from groeimodel.foundation.people.models import Person
from groeimodel.soil.meetings.models import Meeting
from groeimodel.soil.reports import selectors, services
from groeimodel.soil.reports.drafting import draft
from groeimodel.soil.reports.forms import ReportForm, TakeawayForm
from groeimodel.soil.reports.models import Report, Takeaway


@in_partnership("partners.see_inside", post="reports.open")
def after(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """The chain: who was there, what they take home, whose alderman knows, what is used."""
    meeting, person = find(partnership, pk), request.user
    mine = Takeaway.objects.filter(meeting=meeting, person=person.pk).first()
    form = TakeawayForm(request.POST or None, instance=mine)
    if request.method == "POST" and form.is_valid():
        try:
            services.take_home(meeting=meeting, text=form.cleaned_data["text"], actor=cast(Person, person))
            messages.success(request, _("Genoteerd."))
            return redirect("reports:after", partnership.slug, pk)
        except ValidationError as error:
            form.add_error("text", error)
    home = home_of(person, partnership)
    blank = Report(partnership=partnership, meeting=meeting, municipality=home) if home else None
    context = {
        "partnership": partnership,
        "meeting": meeting,
        "over": meeting.is_over(timezone.now()),
        "chain": selectors.chain_of(meeting),
        "form": form,
        "mine": mine,
        "home": home,
        "may_take": person.has_perm("reports.open", meeting),
        "may_report": blank is not None and person.has_perm("reports.write", blank),
    }
    return render(request, "reports/after.html", context, status=422 if form.errors else 200)


@in_partnership("reports.open", each="reports.write")
def report(request: HttpRequest, partnership: Partnership, pk: int, municipality: int) -> HttpResponse:
    """The report for the own alderman: a draft that only has to be read over."""
    meeting = find(partnership, pk)
    where = get_object_or_404(partnership.municipalities.distinct(), pk=municipality)
    person = cast(Person, request.user)
    known = selectors.report_of(meeting, where)
    asked = known or Report(partnership=partnership, meeting=meeting, municipality=where)
    if not person.has_perm("reports.write", asked):
        raise PermissionDenied(_("Een verslag schrijf je voor de schepen van je eigen gemeente."))
    alderman = selectors.alderman_of(partnership, where)
    start = known.text if known and known.text else draft(meeting, where, to=alderman, by=person)
    form = ReportForm(request.POST or None, initial={"text": start})
    if request.method == "POST" and form.is_valid():
        try:
            return keep(request, meeting, where, form.cleaned_data["text"])
        except ValidationError as error:
            form.add_error("text", error)
    context: dict[str, Any] = {"partnership": partnership, "meeting": meeting, "municipality": where}
    context |= {"form": form, "report": known, "alderman": alderman, "over": meeting.is_over(timezone.now())}
    return render(request, "reports/report.html", context, status=422 if form.errors else 200)


def keep(request: HttpRequest, meeting: Meeting, where: Municipality, text: str) -> HttpResponse:
    """Send it, mark it as told, or only keep it: the three buttons."""
    values: dict[str, Any] = {"meeting": meeting, "municipality": where, "text": text}
    values["actor"] = cast(Person, request.user)
    if "stuur" in request.POST:
        sent = services.send_report(**values)
        messages.success(request, _("Verstuurd naar %(name)s.") % {"name": sent.told_to})
    elif "verteld" in request.POST:
        services.told_by_mouth(**values)
        messages.success(request, _("Genoteerd: je schepen weet het."))
    else:
        services.keep_report(**values)
        messages.success(request, _("Bewaard. Versturen kan later."))
        return redirect("reports:report", meeting.partnership.slug, meeting.pk, where.pk)
    return redirect("reports:after", meeting.partnership.slug, meeting.pk)


def find(partnership: Partnership, pk: int) -> Meeting:
    return get_object_or_404(Meeting.objects.select_related("partnership"), pk=pk, partnership=partnership)
