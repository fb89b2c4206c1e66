"""What every answer tells the browser beside the Content Security Policy, and the names of cookies on a real site."""

from collections.abc import Callable

from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage
from django.http import HttpRequest, HttpResponse

NOT_USED = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
)
PERMISSIONS = ", ".join(f"{one}=()" for one in NOT_USED)
HOST = "__Host-"
"""Browsers take a cookie of this name only over HTTPS, for this host alone, and from no subdomain of it."""


class Headers:
    """No camera and the like for any page; what differs from person to person is no picture or script for other sites."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response["Permissions-Policy"] = PERMISSIONS
        # What is the same for everybody may stand elsewhere: the picture beside a link, the logo in a mail. And what is
        # nowhere says nothing of anybody: beside a document that is shown apart, a browser asks for /favicon.ico.
        if "cookie" in response.get("Vary", "").lower() and response.status_code != 404:
            response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response


def cookie_name(name: str, *, secure: bool) -> str:
    """`name`, with the prefix where the line is secret."""
    return f"{HOST}{name}" if secure else name


class HostCookie(CookieStorage):
    cookie_name = f"{HOST}messages"


class HostMessages(FallbackStorage):
    """Messages as Django keeps them, under a name with the prefix."""

    storage_classes = (HostCookie, SessionStorage)
