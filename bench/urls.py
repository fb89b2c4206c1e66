from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path


def hello(request: HttpRequest) -> HttpResponse:
    return HttpResponse("hello", content_type="text/plain")


def empty(request: HttpRequest) -> HttpResponse:
    """The same layout and session, no content."""
    return render(request, "bench_empty.html")


urlpatterns = [
    path("_hello/", hello),
    path("_empty/", empty),
    path("", include("groeimodel.urls")),
]
