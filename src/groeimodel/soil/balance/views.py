"""What each one gives and takes, without ranking (claim P14)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.soil.balance.selectors import balance_of


@require_safe
@in_partnership("partners.see_inside")
@kept
def balance(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    found = balance_of(partnership, request.user, timezone.now())
    context = {"partnership": partnership, "found": found, "part": bool(getattr(request, "parts", ()))}
    return render(request, "balance/balance.html", context)
