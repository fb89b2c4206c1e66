"""A stroll through the gardens of other partnerships."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from groeimodel.foundation.journal.selectors import version_of_all
from groeimodel.foundation.partners.keeping import keep_page, parts_of
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.foundation.people.models import Person
from groeimodel.showcase.neighbours import selectors, services
from groeimodel.ui.messages import done as say_done

SEE, SOW = "neighbours.see", "actions.take_down"


@require_safe
@in_partnership(SEE)
def stroll(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """What grows in the garden that ?tuin= names, or in the first where anything grows; and which others are open."""
    number = request.GET.get("bladzijde", "")[:6]
    page = max(1, int(number)) if number.isdecimal() else 1

    def state() -> str:
        gardens = selectors.gardens_on(partnership, page, request.GET.get("tuin", "").replace("\0", ""))
        return f"{parts_of(request)} {version_of_all(gardens)}"

    return keep_page(request, state, lambda: show(request, partnership, page))


def show(request: HttpRequest, partnership: Partnership, page: int) -> HttpResponse:
    joins, gates = selectors.takes_part(partnership), selectors.gates_of(partnership, page)
    slug = request.GET.get("tuin", gates.first).replace("\0", "")
    visit = selectors.visit_of(partnership, slug) if slug and joins else None
    if slug and joins and visit is None:
        raise Http404("Deze tuin is niet open voor anderen.")
    context = {
        "partnership": partnership,
        "joins": joins,
        "gates": gates,
        "visit": visit,
        "may_sow": may_here(request, partnership)(SOW),
        "may_choose": may_here(request, partnership)("sharing.choose"),
    }
    return render(request, "neighbours/stroll.html", context)


@require_POST
@in_partnership(SEE, post=SOW)
def sow(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """One button: this could work for us."""
    try:
        seed = services.sow_here(partnership=partnership, key=pk, actor=cast(Person, request.user))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("neighbours:list", partnership.slug)
    text = _("‘%(title)s’ ligt nu als zaadje op jullie gezamenlijke weide.") % {"title": seed.title}
    say_done(request, text, undo=reverse("actions:take_back", args=[partnership.slug, seed.pk]))
    return redirect(f"{seed.origin_path}#actie-{pk}")
