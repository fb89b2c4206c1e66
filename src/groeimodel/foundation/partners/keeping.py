"""Pages of a partnership that are kept for minutes: while nothing was done, nothing is worked out again.

    @require_safe
    @in_partnership("partners.see_inside")
    @kept
    def meadow(request, partnership): ...

Rights are asked before, each time. A page is kept for one browser of one person, by everything that it depends on:
the last deeds of the partnership (every service writes them in the journal), what the person is there, the hour, the
published texts. Not for a page whose rows change without a deed in the journal of this partnership.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.conf import settings
from django.contrib.messages import get_messages
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language

from groeimodel import content
from groeimodel.foundation.journal.selectors import page_state
from groeimodel.foundation.partners.models import Partnership

View = Callable[..., HttpResponse]
SECONDS = 300
MOST_BYTES = 300_000
compare: Callable[[bytes, bytes], None] | None = None
"""Tests set it: each kept page is then made anew as well, and both are held against each other."""


def kept(view: View) -> View:
    """Keep the answers of a view of (request, partnership, ...); one query, the version of the partnership."""

    @wraps(view)
    def inner(request: HttpRequest, partnership: Partnership, *args: Any, **kwargs: Any) -> HttpResponse:
        def make() -> HttpResponse:
            return view(request, partnership, *args, **kwargs)

        return keep_page(request, lambda: state_in(request, partnership), make)

    inner.kept = True  # type: ignore[attr-defined]
    return cast(View, inner)


def state_in(request: HttpRequest, partnership: Partnership) -> str:
    """What a page of a partnership depends on: the last deeds, and what the reader is there. One query."""
    return f"{page_state(request, partnership.pk)} {parts_of(request)}"


def parts_of(request: HttpRequest) -> list[tuple[str, int]]:
    """What the reader is in the partnership of the page; no query."""
    return sorted((role.value, where or 0) for role, where in request.parts)  # type: ignore[attr-defined]


def keep_page(
    request: HttpRequest, state: Callable[[], str], make: Callable[[], HttpResponse]
) -> HttpResponse:
    """The same for a page about several partnerships: `state` names, beside the reader, all that its rows depend on."""
    if not _may_be_found(request):
        return make()
    name = "page-" + hashlib.sha256(f"{state()} {_reader(request)}".encode()).hexdigest()
    found: tuple[bytes, dict[str, str]] | None = caches["pages"].get(name)
    if found is not None:
        if compare is not None:
            compare(found[0], make().content)
        return HttpResponse(found[0], headers=found[1])
    answer = make()
    if _may_be_kept(request, answer):
        caches["pages"].set(name, (answer.content, dict(answer.items())), SECONDS)
    return answer


def _may_be_found(request: HttpRequest) -> bool:
    """A message is told once, and who is signed in and has no token for forms yet gets one with the first page."""
    known = bool(_token(request)) or not request.user.is_authenticated
    return request.method == "GET" and known and not len(get_messages(request))


def _token(request: HttpRequest) -> str:
    return request.COOKIES.get(settings.CSRF_COOKIE_NAME, "")


def _reader(request: HttpRequest) -> str:
    who = request.user
    return repr(
        (
            who.pk,
            request.session.session_key,
            request.get_full_path(),
            request.headers.get("HX-Request", ""),
            _token(request),
            str(who),
            getattr(who, "edits_content", False),
            getattr(who, "is_superuser", False),
            get_language(),
            content.load().version,
            # Some things happen without anybody doing something: a meeting becomes one of the past.
            f"{timezone.localdate()} {timezone.now():%H}",
        )
    )


def _may_be_kept(request: HttpRequest, answer: HttpResponse) -> bool:
    return (
        answer.status_code == 200
        and not answer.streaming
        and not answer.cookies
        # With a form comes a token, and who has none yet is given one: that page is theirs alone.
        and (bool(_token(request)) or not request.META.get("CSRF_COOKIE_NEEDS_UPDATE"))
        and not len(get_messages(request))
        and len(answer.content) <= MOST_BYTES
    )
