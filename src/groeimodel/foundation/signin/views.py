"""The door: signing in by code or link, by passkey, by OpenID Connect; and the page with all ways in."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any, cast

from allauth.account.internal.stagekit import clear_login
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from requests import RequestException

from groeimodel.foundation import links
from groeimodel.foundation.doors import needs, open_to_all
from groeimodel.foundation.people import selectors as people
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.signin import events, letters, library, selectors, services
from groeimodel.foundation.signin.administration import must_use_key
from groeimodel.foundation.signin.middleware import since_signing_in

FRESH = timedelta(hours=1)


def is_fresh(request: HttpRequest) -> bool:
    """Whether somebody signed in here, in this very session, within the hour."""
    seconds = since_signing_in(request)
    return seconds is not None and seconds <= FRESH.total_seconds()


def fresh(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For changes to the ways in, and to who is in: who signed in long ago, or not well enough, does so again first."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not is_fresh(request) or must_use_key(request):
            return redirect("signin:again")
        return view(request, *args, **kwargs)

    return inner


@open_to_all("in the demonstration only")
def choose(request: HttpRequest) -> HttpResponse:
    """In the demonstration: who do you want to be?"""
    if not settings.DEMO:
        raise Http404
    supporters, groups = people.example_groups()
    return render(request, "signin/choose.html", {"supporters": supporters, "groups": groups})


@require_POST
@open_to_all("in the demonstration only")
def become(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign in as an example person."""
    services.become(request, person=get_object_or_404(Person, pk=pk))
    return redirect("mine:garden")


@open_to_all("the door")
def to_provider(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Off to the OpenID Connect provider; one clear page when it is away. Another site sends nobody there."""
    if not library.came_from_here(request):
        return redirect(library.the_door(request))
    if request.GET.get("process") == "connect" and request.user.is_authenticated and not is_fresh(request):
        return redirect("signin:again")
    try:
        return library.oidc_login(request, provider_id)
    except RequestException:
        name = next(iter(settings.OIDC_NAMES), "")
        return render(request, "signin/oidc_failed.html", {"provider": name}, status=502)


@never_cache
@open_to_all("whoever has the link that was mailed")
def link(request: HttpRequest, token: str) -> HttpResponse:
    """The link of the mail: one button, because mail programs open links by themselves."""
    try:
        person, then = letters.open_link(token)
    except links.Invalid as error:
        over = isinstance(error, links.Expired)
        events.warn("sign-in refused", how="link", why="over" if over else "not one of ours")
        return render(request, "signin/link_over.html", status=410 if over else 404)
    if request.method == "POST":
        services.sign_in(request, person, how="link")
        return redirect(then or settings.LOGIN_REDIRECT_URL)
    return render(request, "signin/link.html", {"person": person})


@require_safe
@needs("people.see_self")
def access(request: HttpRequest) -> HttpResponse:
    """Where I am signed in, and the ways in."""
    found = selectors.access_of(cast(Person, request.user), request.session.session_key)
    context = {"access": found, "connect": library.connect_token(request)}
    return render(request, "signin/access.html", context)


@require_POST
@needs("people.see_self")
@fresh
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    session = get_object_or_404(UserSession, pk=pk, user=request.user)
    services.end_session(session=session, actor=cast(Person, request.user))
    messages.success(request, _("Die sessie is gestopt."))
    return redirect("signin:access")


@require_POST
@needs("people.see_self")
@fresh
def end_others(request: HttpRequest) -> HttpResponse:
    services.end_other_sessions(actor=cast(Person, request.user), keep=request.session.session_key)
    messages.success(request, _("Je bent overal afgemeld, behalve hier."))
    return redirect("signin:access")


@require_POST
@needs("people.see_self")
@fresh
def unlink(request: HttpRequest, pk: int) -> HttpResponse:
    account = get_object_or_404(SocialAccount, pk=pk, user=request.user)
    services.unlink(account=account, actor=cast(Person, request.user))
    messages.success(request, _("Losgekoppeld. Aanmelden met een code per mail blijft werken."))
    return redirect("signin:access")


@needs("people.see_self")
def again(request: HttpRequest) -> HttpResponse:
    """Sign in anew before changing the ways in, or before opening the administration."""
    if request.method == "POST":
        then = reverse("admin:index" if "beheer" in request.POST else "signin:access")
        logout(request)
        return redirect(f"{reverse('signin:sign_in')}?next={then}")
    return render(request, "signin/again.html", {"key": must_use_key(request)})


@require_POST
@open_to_all("ends the own waiting for a code")
def start_over(request: HttpRequest) -> HttpResponse:
    """Forget that a code was asked, so that another address or a new code can be."""
    clear_login(request)
    return redirect("signin:sign_in")


@require_POST
@open_to_all("ends the own session")
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    answer = redirect("model:start")
    # What pages kept on this device goes as well.
    answer["Clear-Site-Data"] = '"cache", "storage"'
    return answer
