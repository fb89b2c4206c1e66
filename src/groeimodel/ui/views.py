from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def style(request: HttpRequest) -> HttpResponse:
    """The living style page: every token and component, as the pages use them."""
    return render(request, "ui/style.html")
