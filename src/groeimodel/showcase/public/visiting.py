"""Somebody comes by: which page is there, in which language, and what the answer depends on.

Nothing here reads a session of a visitor: only who carries the cookie of a session may turn out to be somebody that
looks at a version before it is online.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from hashlib import sha256
from importlib.metadata import version as version_of_package

from django.conf import settings
from django.core.cache import caches
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django_scopes import scope

from groeimodel.content.public_page import Language
from groeimodel.foundation.journal.selectors import last_of
from groeimodel.foundation.partners.models import Partnership
from groeimodel.showcase.public.services import CHOOSE
from groeimodel.showcase.public.versions import Version, draft_of, languages_of, live_of
from groeimodel.showcase.sharing.models import Kind

KEPT = 3600
VISIT_KEPT = 300
"""What an administrator changes by hand shows after minutes."""
NOTHING = "Hier staat niets."


@dataclass(frozen=True, slots=True)
class Visit:
    partnership: Partnership
    version: Version
    today: date
    changed: datetime
    """When something was last done in the partnership, or this day began."""
    state: str
    """What everything shown depends on."""
    languages: tuple[Language, ...]
    """In which the page is there, the first by itself."""
    preview: bool = False


def visit_of(slug: str, kind: Kind | None = None) -> Visit:
    """The page that is online, and where one is named shows this kind.

    Raises:
        Http404: there is none; it says the same as for a partnership that does not exist.
    """
    last = last_of(slug)
    name = f"visit-{slug}-{last[0]}-{timezone.localdate()}"
    visit: Visit | None = caches["pages"].get(name)
    if visit is None:
        partnership = Partnership.objects.select_related("logo").defer("logo__png").filter(slug=slug).first()
        if partnership is None or partnership.listed_only:
            raise Http404(NOTHING)
        with scope(partnership=partnership):
            version = live_of(partnership)
        if not version.online:
            raise Http404(NOTHING)
        visit = as_visit(partnership, version, last)
        caches["pages"].set(name, visit, VISIT_KEPT)
    if kind and kind not in visit.version.kinds:
        raise Http404(NOTHING)
    return visit


def visit_or_preview(request: HttpRequest, slug: str, fits: Callable[[Visit], bool]) -> Visit:
    """For pictures of a page: the page that is online where that shows them, else what is being prepared, for who may choose."""
    try:
        visit = visit_of(slug)
        if fits(visit):
            return visit
    except Http404:
        pass
    partnership = Partnership.objects.filter(slug=slug, listed_only=False).first()
    knocks = settings.SESSION_COOKIE_NAME in request.COOKIES
    if partnership is None or not knocks or not request.user.has_perm(CHOOSE, partnership):
        raise Http404(NOTHING)
    with scope(partnership=partnership):
        visit = as_visit(partnership, draft_of(partnership), last_of(slug), preview=True)
    if not fits(visit):
        raise Http404(NOTHING)
    return visit


def as_visit(
    partnership: Partnership, version: Version, last: tuple[str, datetime | None], *, preview: bool = False
) -> Visit:
    number, at = last
    today = timezone.localdate()
    midnight = timezone.make_aware(datetime.combine(today, time()))
    state = f"{partnership.pk} {number} {today} {_software()} {version.as_json()}"
    changed = max(midnight, min(at or midnight, timezone.now()))
    return Visit(partnership, version, today, changed, state, languages_of(partnership), preview)


@cache
def _software() -> str:
    return version_of_package("groeimodel")


def language_of(request: HttpRequest, languages: tuple[Language, ...]) -> Language:
    """The language that was asked for where the page has it."""
    return "fr" if request.GET.get("taal") == "fr" and "fr" in languages else "nl"


def answer(
    request: HttpRequest,
    visit: Visit,
    what: str,
    content_type: str,
    make: Callable[[], bytes],
    *,
    keep: bool = True,
) -> HttpResponse:
    """What `make` gives, made once for the same state unless `keep` says not to; or 304 for who has it already."""
    etag = f'"{sha256(f"{what} {visit.state}".encode()).hexdigest()[:32]}"'
    known = get_conditional_response(request, etag=etag)
    response = known or HttpResponse(
        kept(etag, visit, make) if keep else made_for(visit, make), content_type=content_type
    )
    response["ETag"] = etag
    response["Last-Modified"] = http_date(visit.changed.timestamp())
    # Kept by whom it came to, but asked again each time: what is taken offline is gone at once.
    # Of who is signed in, the answer can renew a cookie: nobody else may keep that.
    known_here = settings.SESSION_COOKIE_NAME in request.COOKIES
    others = "private" if known_here else "public"
    response["Cache-Control"] = "private, no-store" if visit.preview else f"{others}, no-cache"
    return response


def kept(etag: str, visit: Visit, make: Callable[[], bytes]) -> bytes:
    """In the memory of this process, under what it was made from."""
    name = f"public-{etag.strip(chr(34))}"
    found: bytes | None = caches["pages"].get(name)
    if found is None:
        found = made_for(visit, make)
        caches["pages"].set(name, found, KEPT)
    return found


def made_for(visit: Visit, make: Callable[[], bytes]) -> bytes:
    with scope(partnership=visit.partnership):
        return make()
