"""What mandates and meetings ask of people, beside the time that was granted."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from groeimodel.content.steering import steering
from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.shop.steering import services
from groeimodel.shop.steering.forms import AssumptionForm
from groeimodel.shop.steering.loading import loads_of
from groeimodel.shop.steering.views.common import TEND, me, show

LOAD = "steering.see_load"


@require_safe
@in_partnership(LOAD)
@kept
def load(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    return show(
        request,
        partnership,
        "load",
        loads=loads_of(partnership, timezone.localdate()),
        assumption=steering().assumption,
        may_tend=may_here(request, partnership)(TEND),
    )


@in_partnership(TEND)
def assume(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """How many hours a sitting counts for here."""
    begin = {"hours_per_sitting": loads_of(partnership, timezone.localdate()).hours_per_sitting}
    form = AssumptionForm(request.POST or None, initial=begin)
    if request.method == "POST" and form.is_valid():
        services.assume(partnership=partnership, actor=me(request), **form.cleaned_data)
        messages.success(request, _("Bewaard. De uren zijn opnieuw berekend."))
        return redirect("steering:load", partnership.slug)
    return show(request, partnership, "assume", form, assumption=steering().assumption)
