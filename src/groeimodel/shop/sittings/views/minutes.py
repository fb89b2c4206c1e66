"""The minutes: to read, to print, to make better, to approve."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.shop.sittings import minutes as drafting
from groeimodel.shop.sittings import services
from groeimodel.shop.sittings.forms import MinutesForm
from groeimodel.shop.sittings.models import Sitting
from groeimodel.shop.sittings.views.finding import Told, find, me


@in_partnership("partners.see_inside", post="sittings.run")
def minutes(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Before the close it shows what they would be; afterwards whoever runs it makes them better."""
    found = find(partnership, pk)
    done = found.state in (Sitting.State.CLOSED, Sitting.State.TOO_FEW)
    form = MinutesForm(request.POST or None, initial={"text": found.minutes})
    if request.method == "POST" and form.is_valid():
        try:
            services.write_minutes(sitting=found, text=form.cleaned_data["text"], actor=me(request))
            return redirect(request.path)
        except ValidationError as error:
            form.add_error(None, error)
    run = may_here(request, found)("sittings.run")
    later = Sitting.objects.filter(organ=found.organ, starts__gt=found.starts).select_related("organ")
    context = {
        "partnership": partnership,
        "sitting": found,
        "text": found.minutes if done else drafting.draft(found) if found.opened_at else "",
        "done": done,
        "form": form if run and done and found.approved_at is None else None,
        "later": later.exclude(state="cancelled").order_by("starts") if run and done else [],
    }
    return render(request, "sittings/minutes.html", context, status=422 if form.errors else 200)


@require_POST
@in_partnership("sittings.run")
def approve(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    found = find(partnership, pk)
    key = request.POST.get("in", "")
    later = Sitting.objects.filter(partnership=partnership, organ=found.organ)
    chosen = later.filter(pk=int(key)).first() if key.isdecimal() and len(key) < 10 else None
    with Told(request, _("Het verslag is goedgekeurd.")):
        services.approve_minutes(sitting=found, in_sitting=chosen, actor=me(request))
    return redirect("sittings:minutes", partnership.slug, found.pk)
