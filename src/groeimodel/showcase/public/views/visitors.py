"""The page itself, its feed, and what other sites put in theirs."""

from __future__ import annotations

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from groeimodel.content.public_page import public_words
from groeimodel.foundation.doors import open_to_all
from groeimodel.showcase.public.feeding import atom_of
from groeimodel.showcase.public.rendering import address_of, page_bytes
from groeimodel.showcase.public.visiting import answer, language_of, visit_of
from groeimodel.showcase.sharing.models import Kind

FOR_ALL = "a partnership put this page online for everyone; while it did not, there is nothing here"
HTML = "text/html; charset=utf-8"


@require_safe
@gzip_page
@open_to_all(FOR_ALL)
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """The public page, in Dutch, and in French where that is used; with a search in what the shop offers."""
    visit = visit_of(slug)
    languages, language = visit.languages, language_of(request, visit.languages)
    query = "".join(sign for sign in request.GET.get("zoek", "") if sign.isprintable()).strip()[:200]

    def make() -> bytes:
        return page_bytes(
            visit.partnership, visit.version, languages, visit.today, language=language, query=query
        )

    # A search is not kept: anybody could fill the memory with words.
    return answer(request, visit, f"page {language} {languages} {query}", HTML, make, keep=not query)


@require_safe
@gzip_page
@open_to_all(FOR_ALL)
def feed(request: HttpRequest, slug: str) -> HttpResponse:
    """What is new, for programs that follow a page."""
    visit = visit_of(slug)
    return answer(request, visit, "feed", "application/atom+xml; charset=utf-8", lambda: atom_of(visit))


@require_safe
# The one page of the site that others may put in a frame: there is nothing in it that a click could be stolen for.
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})  # type: ignore[arg-type]
@gzip_page
@open_to_all(FOR_ALL)
def embed(request: HttpRequest, slug: str) -> HttpResponse:
    """The garden with the way to its page, to stand in a frame on another site."""
    visit = visit_of(slug, Kind.GARDEN)

    def make() -> bytes:
        say, partnership = public_words("nl"), visit.partnership
        context = {
            "partnership": partnership,
            "address": address_of(partnership),
            "alt": say("garden_alt_alone", name=partnership.name),
            "say": say,
        }
        return render_to_string("public/embed.html", context).encode()

    return answer(request, visit, "embed", HTML, make)
