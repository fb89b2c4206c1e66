"""The pages of readers, without account and without cookies: read, subscribe, confirm, leave.

No form here carries a token against forged requests, for that asks a cookie: what somebody else could make a browser
send here, they can send themselves. What changes something rests on a secret in the reader's own mail.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from django_scopes import scope, scopes_disabled

from groeimodel.foundation import links
from groeimodel.foundation.doors import open_to_all
from groeimodel.foundation.journal.selectors import last_of
from groeimodel.foundation.partners.keeping import keep_page
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import WITH_LOGO
from groeimodel.shop.desk import guarding
from groeimodel.showcase.news import letters, selectors, services
from groeimodel.showcase.news.forms import SubscribeForm
from groeimodel.showcase.news.models import Subscription
from groeimodel.showcase.news.words import words_for

DOOR = "readers have no account; what they see, the partnership opened for everyone"
LINK = "the secret in the address is the right: it came in the reader's own mail"


@require_safe
@open_to_all(DOOR)
def editions(request: HttpRequest, slug: str) -> HttpResponse:
    """All editions, newest first, and the form."""
    partnership = open_partnership(slug)
    with scope(partnership=partnership):
        context = page(request, partnership)
        context["editions"] = list(selectors.editions_of(partnership))
        context["form"] = SubscribeForm(None, slug=slug, words=context["w"])
    return kept(request, render(request, "news/list.html", context))


@require_safe
@open_to_all(DOOR)
def edition(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One edition, as it was sent."""

    def make() -> HttpResponse:
        partnership = open_partnership(slug)
        with scope(partnership=partnership):
            found = get_object_or_404(selectors.editions_of(partnership), number=number)
            groups = selectors.groups_of(selectors.items_of(found))
            context = page(request, partnership) | {"edition": found, "groups": groups}
            context["lang"] = words_for("nl")[
                "tag"
            ]  # what it tells is in Dutch, whatever the words around it
        return render(request, "news/edition.html", context)

    # Closing and taking off the web are deeds too: what is kept is what everybody may read now.
    return kept(request, keep_page(request, lambda: last_of(slug)[0], make))


@csrf_exempt
@never_cache
@open_to_all(DOOR)
def subscribe(request: HttpRequest, slug: str) -> HttpResponse:
    """Whatever the address, the answer is the same: look in your mailbox."""
    partnership = open_partnership(slug)
    with scope(partnership=partnership):
        context = page(request, partnership)
        form = SubscribeForm(
            request.POST if request.method == "POST" else None, slug=slug, words=context["w"]
        )
        status = 200
        if request.method == "POST" and (form.trapped or form.is_valid()):
            if form.trapped or taken(request, partnership, form, context["language"]):
                return redirect(f"{context['sent_url']}{context['query']}")
            form.add_error(None, context["w"]["too_many"])
            status = 429
        status = 422 if form.errors and status == 200 else status
        return render(request, "news/subscribe.html", context | {"form": form}, status=status)


def taken(request: HttpRequest, partnership: Partnership, form: SubscribeForm, language: str) -> bool:
    """False when too much came from here. To one address not more than a few mails go, and nobody is told."""
    if guarding.too_many_from(request):
        return False
    address = form.cleaned_data["email"]
    if not guarding.too_many_to(address):
        services.subscribe(partnership=partnership, address=address, language=language)
    return True


@require_safe
@open_to_all(DOOR)
def sent(request: HttpRequest, slug: str) -> HttpResponse:
    """What happens now: look in your mailbox."""
    partnership = open_partnership(slug)
    with scope(partnership=partnership):
        return render(request, "news/sent.html", page(request, partnership))


@csrf_exempt
@never_cache
@open_to_all(LINK)
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """One button: programs that guard mailboxes open every link, and must not confirm anything."""
    found = _subscription(token)
    if found is None or not selectors.is_open(found.partnership):
        return over(request)
    with scope(partnership=found.partnership):
        if request.method == "POST":
            services.confirm(subscription=found)
        done = request.method == "POST" or found.confirmed_at is not None
        words = words_for(found.language, name=found.partnership.name, address=found.address)
        context = {"partnership": found.partnership, "w": words, "done": done}
        return hidden(render(request, "news/confirm.html", context))


@csrf_exempt  # a mail program sends the form itself (RFC 8058); the signature in the address is the proof
@never_cache
@open_to_all(LINK)
def leave(request: HttpRequest, token: str) -> HttpResponse:
    """Opened, it shows one button; sent, the address is gone. The answer is the same whether it was there."""
    try:
        payload = links.read(letters.LEAVE, token)
    except links.Invalid:
        return over(request)
    partnership = Partnership.objects.filter(pk=payload["partnership"]).first()
    if partnership is None:
        return over(request)
    with scope(partnership=partnership):
        if request.method == "POST":
            services.leave(partnership=partnership, key=payload["key"])
    words = words_for(payload["language"], name=partnership.name)
    context = {"partnership": partnership, "w": words, "done": request.method == "POST"}
    context["open"] = selectors.is_open(partnership)
    return hidden(render(request, "news/leave.html", context))


def _subscription(token: str) -> Subscription | None:
    """None when the link is over or was changed, or the address is gone."""
    try:
        payload = links.read(letters.CONFIRM, token)
    except links.Invalid:
        return None
    with scopes_disabled():
        rows = Subscription.objects.select_related("partnership")
        return rows.filter(token=payload["token"]).first()


def open_partnership(slug: str) -> Partnership:
    """Raises Http404 where there is no newsletter for everyone: nobody learns whether the partnership exists."""
    partnership = get_object_or_404(WITH_LOGO, slug=slug)
    if not selectors.is_open(partnership):
        raise Http404
    return partnership


def asked_french(request: HttpRequest) -> bool:
    return (request.POST.get("taal") or request.GET.get("taal")) == "fr"


def page(request: HttpRequest, partnership: Partnership) -> dict[str, Any]:
    """What every page of readers shows. French only where a member has facilities for it and the reader asks."""
    french = selectors.speaks_french(partnership)
    language = "fr" if french and asked_french(request) else "nl"
    return {
        "partnership": partnership,
        "language": language,
        "w": words_for(language, name=partnership.name),
        "others": [one for one in Subscription.Language if one != language] if french else [],
        "query": "?taal=fr" if language == "fr" else "",
        "sent_url": reverse("news:sent", args=[partnership.slug]),
    }


def over(request: HttpRequest) -> HttpResponse:
    """The same for every link that leads nowhere."""
    return hidden(render(request, "news/over.html", {"w": words_for("nl")}, status=410))


def kept(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """Others may keep it, and ask each time whether it still holds; not for who is signed in, whose answer can renew a cookie."""
    known = settings.SESSION_COOKIE_NAME in request.COOKIES
    patch_cache_control(answer, no_cache=True, **{"private" if known else "public": True})
    return answer


def hidden(answer: HttpResponse) -> HttpResponse:
    """Not for search engines; and the address of this page goes nowhere."""
    answer["X-Robots-Tag"] = "noindex, nofollow"
    answer["Referrer-Policy"] = "no-referrer"
    return answer
