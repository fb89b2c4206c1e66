"""Who sees what of a partnership, on one page."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.foundation.people.models import Person
from groeimodel.showcase.sharing import selectors, services
from groeimodel.showcase.sharing.forms import SAYS, OthersForm
from groeimodel.showcase.sharing.models import OTHERS, PUBLIC, Kind


@in_partnership("sharing.see", post="sharing.choose")
def page(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """What others see, with a choice for who coordinates."""
    form = OthersForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        shown = [Kind(one) for one in form.cleaned_data["shown"]]
        services.choose(partnership=partnership, among=OTHERS, shown=shown, actor=cast(Person, request.user))
        messages.success(request, _("Bewaard. Je kunt dit altijd weer veranderen."))
        return redirect("sharing:page", partnership.slug)
    openings = selectors.openings_of(partnership)
    context = {
        "partnership": partnership,
        "may_choose": may_here(request, partnership)("sharing.choose"),
        "others": [(kind, *SAYS[kind], openings.get(kind)) for kind in OTHERS],
        "public": [kind.label for kind in PUBLIC if kind in openings],
        "online": openings.get(Kind.PAGE),
        "form": form,
    }
    return render(request, "sharing/page.html", context, status=422 if form.errors else 200)
