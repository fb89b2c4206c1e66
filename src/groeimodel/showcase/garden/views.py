from functools import cache
from hashlib import sha256

from csp.constants import UNSAFE_INLINE
from csp.decorators import csp_update
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.functional import SimpleLazyObject
from django.views.decorators.http import require_POST, require_safe

from groeimodel.foundation.doors import open_to_all
from groeimodel.foundation.journal.models import LISTING
from groeimodel.foundation.journal.selectors import page_state, version_of_verbs
from groeimodel.foundation.partners import selectors as partners
from groeimodel.foundation.partners import services
from groeimodel.foundation.partners.keeping import keep_page
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.rules.picture import draw
from groeimodel.showcase.garden import selectors
from groeimodel.showcase.garden.forms import AimForm
from groeimodel.showcase.garden.presenting import page_of
from groeimodel.showcase.sharing.models import Kind
from groeimodel.showcase.sharing.selectors import shown_by


@require_safe
@open_to_all("shows only what the visitor may see")
def partnerships(request: HttpRequest) -> HttpResponse:
    """All public partnerships, and your own first; a search and pages where there are many."""
    number = request.GET.get("bladzijde", "")
    search = "".join(sign for sign in request.GET.get("zoek", "") if sign.isprintable()).strip()[:80]

    def make() -> HttpResponse:
        page = int(number) if number.isdecimal() else 1
        shown = partners.visible_to(request.user, search=search, page=page)
        order = Partnership.Aim.values
        examples = sorted(shown.examples, key=lambda row: order.index(row.aim) if row.aim else len(order))
        return render(request, "garden/list.html", {"shown": shown, "examples": examples, "search": search})

    return keep_page(request, lambda: f"{version_of_verbs(LISTING)} {partners.keys_of(request.user)}", make)


@require_safe
@in_partnership(partners.SEE_PARTNERSHIP)
def home(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """The home of a partnership: its garden, where it stands, how to go on, and what grows."""
    if partnership.listed_only:
        members = partners.members_ever(partnership)
        return render(request, "garden/listed.html", {"partnership": partnership, "members": members})

    # Lazy: while nothing was done since, the body of the page is kept and none of this is worked out.
    @cache
    def read() -> selectors.Home:
        return selectors.home_of(partnership, person=request.user, today=timezone.localdate())

    context = {
        "partnership": partnership,
        "state": page_state(request, partnership.pk),
        "page": SimpleLazyObject(lambda: page_of(read())),
        "on_web": SimpleLazyObject(lambda: Kind.PAGE in shown_by(partnership)),
        "svg": lambda: draw(selectors.garden_of(read()), standalone=False),
        "tall_svg": lambda: draw(
            selectors.garden_of(read()), standalone=False, shape="tall", id_prefix="tall"
        ),
        "form": SimpleLazyObject(lambda: AimForm(initial={"aim": partnership.aim})),
    }
    return render(request, "garden/home.html", context)


@require_safe
# Its colours by night stand in the picture itself, so this one answer may carry a style.
@csp_update({"style-src": [UNSAFE_INLINE]})  # type: ignore[arg-type]
@in_partnership(partners.SEE_PARTNERSHIP)
def picture(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """The garden as a picture of its own, to keep, print or show elsewhere."""
    if partnership.listed_only:
        raise Http404("Deze samenwerking heeft nog geen tuin.")
    read = selectors.home_of(partnership, person=request.user, today=timezone.localdate())
    address = request.build_absolute_uri(reverse("garden:home", args=[partnership.slug]))
    svg = draw(selectors.garden_of(read, page=address)).encode()
    etag = f'"{sha256(svg).hexdigest()[:32]}"'
    response = HttpResponse(svg, content_type="image/svg+xml; charset=utf-8")
    response["ETag"] = etag
    response["Cache-Control"] = "public, max-age=300" if partnership.public else "private, no-cache"
    response["Content-Disposition"] = f'inline; filename="tuin-{partnership.slug}.svg"'
    return get_conditional_response(request, etag=etag, response=response) or response


@require_POST
@in_partnership("partners.declare_aim")
def aim(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Declare which model the partnership wants to be."""
    form = AimForm(request.POST)
    if form.is_valid() and request.user.is_authenticated:
        services.declare_aim(partnership=partnership, aim=form.cleaned_data["aim"], actor=request.user)
        messages.success(request, "Jullie streefbeeld is opgeslagen.")
    return redirect(f"{reverse('garden:home', args=[partnership.slug])}#stand")
