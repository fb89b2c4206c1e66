"""What follows from signing in: the thirty days of the session begin, and a mail when the device is new."""

from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest

from groeimodel.foundation.people.models import Person
from groeimodel.foundation.signin import letters
from groeimodel.foundation.signin.middleware import begin
from groeimodel.foundation.signin.selectors import device_in_words


def listen() -> None:
    """Called once, when the room is ready."""
    user_logged_in.connect(_signed_in, sender=Person, dispatch_uid="signin.signed_in")


def _signed_in(request: HttpRequest | None, user: Person, **kwargs: Any) -> None:
    if request is None:
        return
    begin(request)
    if user.example:
        return
    device = device_in_words(request.META.get("HTTP_USER_AGENT", ""))
    others = UserSession.objects.filter(user=user).exclude(session_key=request.session.session_key)
    known = {device_in_words(agent) for agent in others.values_list("user_agent", flat=True)}
    if known and device not in known:
        letters.tell_new_device(user, device)
