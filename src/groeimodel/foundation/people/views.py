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
    supporters, groups = selectors.example_groups()
    return render(request, "people/choose.html", {"supporters": supporters, "groups": groups})


@require_POST
def become(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign in as an example person, and land on the own partnership; with several, on the list."""
    person = get_object_or_404(Person, pk=pk)
    services.become(request, person=person)
    slug = selectors.home_of(person)
    return redirect("garden:home", slug) if slug else redirect("garden:list")
