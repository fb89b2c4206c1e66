"""All partnerships that somebody supports, and asking to look along with one of them."""

from __future__ import annotations

from hashlib import sha256
from typing import cast

from csp.constants import UNSAFE_INLINE
from csp.decorators import csp_update
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from groeimodel.foundation.doors import needs
from groeimodel.foundation.journal.selectors import version_of
from groeimodel.foundation.partners.keeping import keep_page
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person
from groeimodel.rules.picture import draw
from groeimodel.showcase.garden.selectors import garden_of, home_of
from groeimodel.showcase.photo.keeping import kept
from groeimodel.support.region import selectors, services
from groeimodel.support.region.consent import is_open
from groeimodel.support.region.models import Look

SEE = "region.see"


@require_safe
@needs("region.open")
def overview(request: HttpRequest) -> HttpResponse:
    """The garden wall: each partnership with what it asks, the one that asks most first."""
    group = request.GET.get("soort", "")
    person = cast(Person, request.user)

    def make() -> HttpResponse:
        shown = selectors.overview_of(person, timezone.now(), group=group)
        return render(request, "region/overview.html", {"shown": shown})

    return keep_page(request, lambda: selectors.version_for(person), make)


@require_safe
# Its colours by night stand in the picture itself, so this one answer may carry a style.
@csp_update({"style-src": [UNSAFE_INLINE]})  # type: ignore[arg-type]
@in_partnership(SEE)
def picture(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """The garden as a small picture; kept while nothing was done, asked anew each time whether it may be seen."""
    if not is_open(partnership):
        raise Http404("Deze samenwerking laat je nu niet meekijken.")
    today = timezone.localdate()

    def make() -> bytes:
        home = home_of(partnership, person=request.user, today=today)
        return draw(garden_of(home, page=reverse("garden:home", args=[partnership.slug]))).encode()

    svg = kept("region-svg", f"{partnership.pk} {version_of(partnership.pk)} {today}", make)
    etag = f'"{sha256(svg).hexdigest()[:32]}"'
    answer = HttpResponse(svg, content_type="image/svg+xml; charset=utf-8")
    answer["ETag"], answer["Cache-Control"] = etag, "private, no-cache"
    return get_conditional_response(request, etag=etag, response=answer) or answer


@require_POST
@in_partnership(SEE)
def ask_to_look(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    try:
        services.ask_to_look(partnership=partnership, actor=cast(Person, request.user))
        messages.success(request, _("Gevraagd. Wie coördineert, kreeg een mail en ziet het in zijn tuin."))
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
    return redirect(f"{reverse('region:overview')}#igs-{partnership.slug}")


@in_partnership("sharing.choose")
def look(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """For who coordinates: what the supporter would see, and yes or no."""
    actor = cast(Person, request.user)
    if request.method == "POST" and request.POST.get("do") in ("yes", "no"):
        if request.POST["do"] == "yes":
            services.let_look(partnership=partnership, actor=actor)
            messages.success(request, _("Je regio-ondersteuner kijkt mee. Dichtzetten kan altijd, hier."))
        else:
            services.refuse_look(partnership=partnership, actor=actor)
            messages.success(request, _("Begrepen: je regio-ondersteuner kijkt nu niet mee."))
        return redirect("sharing:page", partnership.slug)
    asked = Look.objects.filter(partnership=partnership).select_related("asked_by").first()
    context = {"partnership": partnership, "look": asked, "open": is_open(partnership)}
    return render(request, "region/look.html", context)
