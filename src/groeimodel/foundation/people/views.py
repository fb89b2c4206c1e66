from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from groeimodel.foundation.people import selectors, services
from groeimodel.foundation.people.models import Person


def choose(request: HttpRequest) -> HttpResponse:
    """In the demonstration: who do you want to be?"""
    if not settings.DEMO:
        raise Http404
    return render(request, "people/choose.html", {"cards": selectors.example_people()})


@require_POST
def become(request: HttpRequest, pk: int) -> HttpResponse:
    services.become(request, person=get_object_or_404(Person, pk=pk))
    return redirect(settings.LOGIN_REDIRECT_URL)
