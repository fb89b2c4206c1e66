"""Pictures of a page: the garden, photos, the logo, and the image that goes along when somebody shares it."""

from __future__ import annotations

from dataclasses import replace

from csp.constants import UNSAFE_INLINE
from csp.decorators import csp_update
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe
from django_scopes import scope

from groeimodel.content.public_page import public_words
from groeimodel.foundation.doors import open_to_all
from groeimodel.foundation.files.storing import storage
from groeimodel.foundation.partners.models import Logo, Partnership
from groeimodel.foundation.partners.selectors import seats_of
from groeimodel.rules.picture import draw
from groeimodel.showcase.public import safe
from groeimodel.showcase.public.garden import SHAPES, drawn, garden_of
from groeimodel.showcase.public.views.visitors import FOR_ALL
from groeimodel.showcase.public.visiting import NOTHING, Visit, answer, visit_of, visit_or_preview
from groeimodel.showcase.sharing.models import Kind

SVG = "image/svg+xml; charset=utf-8"
STYLED = {"style-src": [UNSAFE_INLINE]}
"""Its colours by night stand in the drawing itself, so these answers may carry a style."""
ALONE = "default-src 'none'; img-src 'self'; sandbox"


def shows_garden(visit: Visit) -> bool:
    return Kind.GARDEN in visit.version.kinds


@require_safe
@csp_update(STYLED)  # type: ignore[arg-type]
@gzip_page
@open_to_all(FOR_ALL)
def garden_svg(request: HttpRequest, slug: str) -> HttpResponse:
    """The garden with its name, for other sites."""
    visit = visit_of(slug, Kind.GARDEN)
    made = answer(
        request, visit, "garden", SVG, lambda: drawn(garden_of(visit.partnership, visit.today)).encode()
    )
    # Any page may show it: it is a picture, and it is the same for everybody.
    made["Cross-Origin-Resource-Policy"] = "cross-origin"
    return made


@require_safe
@csp_update(STYLED)  # type: ignore[arg-type]
@gzip_page
@open_to_all(FOR_ALL)
def drawing(request: HttpRequest, slug: str, shape: str) -> HttpResponse:
    """The garden on the page itself, broad or tall."""
    if shape not in SHAPES:
        raise Http404(NOTHING)
    visit = visit_or_preview(request, slug, shows_garden)

    def make() -> bytes:
        return drawn(garden_of(visit.partnership, visit.today), shape).encode()

    return answer(request, visit, f"drawing {shape}", SVG, make)


@require_safe
@open_to_all(FOR_ALL)
def picture(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A photo that stands on the page, small."""
    found = {}

    def fits(visit: Visit) -> bool:
        with scope(partnership=visit.partnership):
            found["picture"] = safe.picture_shown(visit.partnership, visit.version.kinds, pk)
        return found["picture"] is not None

    visit, document = visit_or_preview(request, slug, fits), found["picture"]
    assert document is not None
    try:
        with storage().open(document.thumb) as file:
            content = file.read()
    except FileNotFoundError:
        raise Http404(NOTHING) from None
    made = answer(request, visit, f"picture {document.pk} {document.sha256}", "image/webp", lambda: content)
    made["Content-Security-Policy"] = ALONE
    return made


@require_safe
@open_to_all(FOR_ALL)
def logo(request: HttpRequest, slug: str) -> HttpResponse:
    visit = visit_or_preview(request, slug, lambda _visit: True)
    one = Logo.objects.filter(partnership=visit.partnership).first()
    if one is None:
        raise Http404(NOTHING)
    png = bytes(one.png)
    return answer(request, visit, f"logo {one.changed_at.isoformat()}", "image/png", lambda: png)


@require_safe
@open_to_all(FOR_ALL)
def card(request: HttpRequest, slug: str) -> HttpResponse:
    """What a message shows of the page when somebody shares it."""
    visit = visit_of(slug)

    def make() -> bytes:
        # Typst is heavy: loaded when the first picture is asked for.
        from groeimodel.formats.social_card import Card, card_of

        return card_of(Card(**words_on_card(visit)))

    return answer(request, visit, "card", "image/png", make)


COLOURS = {
    Partnership.Colour.POPPY: "#e2543a",
    Partnership.Colour.CORNFLOWER: "#3f69b0",
    Partnership.Colour.SUNFLOWER: "#f0b32e",
    Partnership.Colour.MALLOW: "#bf4f86",
}


def words_on_card(visit: Visit) -> dict[str, str]:
    """Its garden, when that is shown; always its name and how many work together."""
    partnership, say = visit.partnership, public_words("nl")
    members = len(seats_of(partnership))
    found = {"title": partnership.name, "line": say("together", members)}
    if partnership.colour in COLOURS:
        found["colour"] = COLOURS[Partnership.Colour(partnership.colour)]
    if partnership.example:
        found["example"] = say("example")
    if shows_garden(visit):
        found["says"] = say("garden_alt_alone", name=partnership.name)
        # The card says itself that it is invented.
        garden = replace(garden_of(partnership, visit.today), example=False)
        found["svg"] = draw(garden, theme="light", standalone=False)
    return found
