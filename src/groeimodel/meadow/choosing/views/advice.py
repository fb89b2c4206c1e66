"""The open page for children and young people, its poster, and the word of thanks."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.doors import open_to_all
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.gauge.scan.qr import qr_svg
from groeimodel.meadow.choosing import advising
from groeimodel.meadow.choosing.forms.advice import AdviceForm
from groeimodel.meadow.choosing.models import Round
from groeimodel.ui.headers import cookie_name

MOST, SECONDS = 120, 3600
"""So many answers an hour from one address: a school shares it."""
YEAR = 365 * 24 * 3600


@never_cache
@open_to_all("whoever was given the code of the round; children and young people have no account")
def advise(request: HttpRequest, code: str) -> HttpResponse:
    """Pick what you like, say how old you are and where you live; nothing else is asked or kept."""
    round = _round(code)
    with scope(partnership=round.partnership):
        if round.state != Round.State.OPEN:
            return over(request, round)
        if _cookie(request, round) in request.COOKIES:
            return redirect("choosing:advise_done", code)
        form = AdviceForm(request.POST or None, round=round)
        if request.method == "POST" and form.is_valid():
            return _keep(request, round, form)
        context = {"round": round, "form": form}
        return render(request, "choosing/advice.html", context, status=422 if form.errors else 200)


def _keep(request: HttpRequest, round: Round, form: AdviceForm) -> HttpResponse:
    context = {"round": round, "form": form}
    if _too_many(request, round):
        form.add_error(
            None, _("Er kwamen net heel veel antwoorden van hier. Probeer het over een uur opnieuw.")
        )
        return render(request, "choosing/advice.html", context, status=429)
    try:
        advising.answer(round=round, **form.cleaned_data)
    except advising.AdviceIsOver:
        return over(request, round)
    except ValidationError as error:
        form.add_error(None, error)
        return render(request, "choosing/advice.html", context, status=422)
    response = redirect("choosing:advise_done", round.code)
    # It says only that this device answered this round: needed, so that one device answers once.
    response.set_cookie(
        _cookie(request, round), "1", max_age=YEAR, httponly=True, samesite="Lax", secure=request.is_secure()
    )
    return response


@never_cache
@require_safe
@open_to_all("whoever was given the code of the round; children and young people have no account")
def done(request: HttpRequest, code: str) -> HttpResponse:
    round = _round(code)
    if round.state != Round.State.OPEN:
        return over(request, round)
    return render(request, "choosing/advice_done.html", {"round": round})


def over(request: HttpRequest, round: Round) -> HttpResponse:
    return render(request, "choosing/advice_over.html", {"round": round}, status=410)


@require_safe
@in_partnership("choosing.see")
def poster(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """One sheet to hang up in a youth house or a classroom, with the address and its QR code."""
    round = get_object_or_404(Round, partnership=partnership, pk=pk, takes_advice=True)
    address = request.build_absolute_uri(reverse("choosing:advise", args=[round.code]))
    context = {"partnership": partnership, "round": round, "address": address, "qr": qr_svg(address)}
    return render(request, "choosing/advice_poster.html", context)


def _round(code: str) -> Round:
    with scopes_disabled():
        found = Round.objects.select_related("partnership").filter(code=code, takes_advice=True).first()
    if found is None or found.state == Round.State.DRAFT:
        raise Http404("Deze pagina bestaat niet (meer).")
    return found


def _cookie(request: HttpRequest, round: Round) -> str:
    return cookie_name(f"advies-{round.pk}", secure=request.is_secure())


def _too_many(request: HttpRequest, round: Round) -> bool:
    """Counts this answer too; the address itself is forgotten within the hour and stands beside nothing."""
    key = f"advice-{round.pk}-{get_adapter().get_client_ip(request)}"
    if cache.add(key, 1, SECONDS):
        return False
    try:
        return bool(cache.incr(key) > MOST)
    except ValueError:  # its hour was over just now
        return False
