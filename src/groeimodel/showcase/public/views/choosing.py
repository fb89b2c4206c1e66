"""Where whoever coordinates chooses what is public, looks at it, and puts it online or takes it off."""

from __future__ import annotations

from typing import Any, cast

from csp.constants import SELF
from csp.decorators import csp_replace
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST, require_safe

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person
from groeimodel.showcase.public import choosing, services
from groeimodel.showcase.public.forms import SAYS, ChooseForm
from groeimodel.showcase.public.rendering import page_bytes
from groeimodel.showcase.public.services import CHOOSE
from groeimodel.showcase.public.versions import draft_of, languages_of, live_of, page_of
from groeimodel.showcase.public.visiting import language_of
from groeimodel.showcase.sharing.models import PUBLIC
from groeimodel.showcase.sharing.selectors import openings_of


def me(request: HttpRequest) -> Person:
    return cast(Person, request.user)


@in_partnership(CHOOSE)
def choose(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """What stands on the page, and in which words; nothing of it is public yet when it is kept."""
    page, today = page_of(partnership), timezone.localdate()
    version, french = draft_of(partnership, page), "fr" in languages_of(partnership)
    titles = choosing.titles_of(partnership, today) if french else []
    form = ChooseForm(
        request.POST or None, partnership=partnership, version=version, french=french, titles=titles
    )
    if request.method == "POST" and form.is_valid():
        services.prepare(partnership=partnership, version=form.kept(), actor=me(request))
        return redirect("public:look", partnership.slug)
    filled = choosing.filled_of(partnership, version, today)
    ticked = form["kinds"].value() or []
    context = {
        "partnership": partnership,
        "page": page,
        "form": form,
        "french": french,
        "kinds": [(one, *SAYS[one.value], one.value in ticked, one in filled) for one in PUBLIC],
        **standing(partnership),
    }
    return render(request, "public/choose.html", context, status=422 if form.errors else 200)


def standing(partnership: Partnership) -> dict[str, Any]:
    """Whether it is online, since when."""
    openings = openings_of(partnership)
    online = next((one for kind, one in openings.items() if kind.value == "page"), None)
    return {"online": online}


@in_partnership(CHOOSE)
def look(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """The page as visitors would see it, with what changes; and the button that puts it online."""
    page, today, errors = page_of(partnership), timezone.localdate(), []
    version, live = draft_of(partnership, page), live_of(partnership, page)
    if request.method == "POST":
        try:
            services.publish(partnership=partnership, actor=me(request))
            messages.success(request, _("De pagina staat online. Deel ze gerust."))
            return redirect("public:choose", partnership.slug)
        except ValidationError as error:
            errors = error.messages
    shown = live.kinds if live.online else frozenset()
    context = {
        "partnership": partnership,
        "errors": errors,
        "opens": [SAYS[one.value][0] for one in PUBLIC if one in version.kinds - shown],
        "closes": [SAYS[one.value][0] for one in PUBLIC if one in shown - version.kinds],
        "remarks": choosing.remarks_on(partnership, version, today),
        "language": language_of(request, languages_of(partnership)),
        "french": "fr" in languages_of(partnership),
        **standing(partnership),
    }
    return render(request, "public/look.html", context, status=422 if errors else 200)


@require_safe
@xframe_options_sameorigin
@csp_replace({"frame-ancestors": [SELF]})  # type: ignore[arg-type]
@in_partnership(CHOOSE)
def preview(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Byte for byte what visitors will get."""
    languages = languages_of(partnership)
    language = language_of(request, languages)
    version, today = draft_of(partnership), timezone.localdate()
    answer = HttpResponse(page_bytes(partnership, version, languages, today, language=language))
    answer["Cache-Control"] = "private, no-store"
    answer["X-Robots-Tag"] = "noindex"
    return answer


@in_partnership(CHOOSE)
def offline(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Asks first; visitors find nothing any more after POST."""
    if request.method == "POST":
        services.take_offline(partnership=partnership, actor=me(request))
        messages.success(request, _("De pagina is offline. Wat je koos en schreef, bleef bewaard."))
        return redirect("public:choose", partnership.slug)
    return render(request, "public/offline.html", {"partnership": partnership, **standing(partnership)})


@require_POST
@in_partnership(CHOOSE)
def undo(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Back to how it was before; or leave what is in the making."""
    if "ontwerp" in request.POST:
        services.forget_draft(partnership=partnership, actor=me(request))
        messages.success(request, _("Het ontwerp is weg. Wat online staat, bleef zoals het was."))
    else:
        services.undo(partnership=partnership, actor=me(request))
        messages.success(request, _("Alles staat weer zoals voordien."))
    return redirect("public:choose", partnership.slug)
