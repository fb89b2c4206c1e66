"""The energy that each municipality puts in (claim P4)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from groeimodel.content.energy import advice
from groeimodel.foundation.partners.access import may_for
from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.soil.energy.selectors import ground_of, in_words


@require_safe
@in_partnership("energy.see")
@kept
def page(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """By name, no order of more and less; a drought is shown to who coordinates, supports, or sits for that municipality."""
    ground, parts = ground_of(partnership, timezone.localdate()), request.parts  # type: ignore[attr-defined]
    patches = [
        (one, one.dry if may_for(request.user, parts, "energy.see_dry", one.municipality.pk) else None)
        for one in ground.patches
    ]
    context = {
        "partnership": partnership,
        "ground": ground,
        "patches": patches,
        "halves": [in_words(half) for half in ground.halves],
        "advice": advice(),
    }
    return render(request, "energy/page.html", context)
