"""How choosing works, for everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from groeimodel.foundation.doors import open_to_all


@require_safe
@open_to_all("it explains the rules and says nothing of anybody")
def how(request: HttpRequest) -> HttpResponse:
    return render(request, "choosing/how.html")
