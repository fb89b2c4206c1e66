"""Which mails somebody gets, without signing in: the links at the foot of every mail."""

from django.http import HttpRequest, HttpResponse

from groeimodel.foundation.doors import open_to_all


@open_to_all("signed link of a mail")
def stop(request: HttpRequest, token: str) -> HttpResponse:
    return HttpResponse(status=503)


@open_to_all("signed link of a mail")
def wishes(request: HttpRequest, token: str) -> HttpResponse:
    return HttpResponse(status=503)
