from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def start(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/base.html")


def infographic(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/base.html")


def about(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/base.html")
