"""The file: begin it, see how it stands, say what was granted and what is asked."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from groeimodel.content.subsidy import schemes
from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.rules.subsidy import CHECKED
from groeimodel.shop.subsidy import services
from groeimodel.shop.subsidy.forms import BeginForm, GrantsForm, NothingForm, ValueForm
from groeimodel.shop.subsidy.models import Dossier
from groeimodel.shop.subsidy.selectors import Standing, dossiers_of, standing_of
from groeimodel.shop.subsidy.services.files import is_used
from groeimodel.shop.subsidy.showing import scale_of
from groeimodel.shop.subsidy.views.common import done, dossier_here, me, standing_or_404
from groeimodel.shop.subsidy.wording import each_euro, in_short, told, trust_of


@in_partnership("subsidy.see", post="subsidy.keep")
@kept
def page(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """The files there are, and one small form to begin one."""
    today, rows = timezone.localdate(), list(dossiers_of(partnership))
    left = [one for one in schemes().values() if one.id not in {row.scheme for row in rows}]
    form = BeginForm(request.POST if request.method == "POST" else None, schemes=left)
    if request.method == "POST" and done(
        form, lambda: services.begin(partnership=partnership, actor=me(request), **form.cleaned_data)
    ):
        messages.success(request, _("Het dossier is begonnen. Kijk eerst de voorwaarden na."))
        return redirect(dossiers_of(partnership).get(scheme=form.cleaned_data["scheme"]))
    context = {
        "partnership": partnership,
        "rows": [(row, standing_of(row, today)) for row in rows],
        "form": form if left and may_here(request, partnership)("subsidy.keep") else None,
    }
    return render(request, "subsidy/page.html", context, status=422 if form.errors else 200)


@require_safe
@in_partnership("subsidy.see")
@kept
def file(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Conditions, co-financing and documents of one file."""
    dossier = dossier_here(partnership, pk)
    standing, keeps = standing_or_404(dossier), may_here(request, partnership)("subsidy.keep")
    rules = [one for one in standing.scheme.rules if one.id not in CHECKED]
    context = {
        "partnership": partnership,
        "dossier": dossier,
        "standing": standing,
        "checks": [(told(one), trust_of(one.rule), in_short(one.rule)) for one in standing.checks],
        "sayings": [(one, trust_of(one)) for one in rules],
        "papers": dossier.papers.select_related("dossier__partnership"),
        "scale": scale_of(standing),
        "each": each_euro(standing.lever) if standing.lever else "",
        "keeps": keeps,
        "empty": keeps and not is_used(dossier),
        "fewer": fewer_of(standing),
        "today": timezone.localdate(),
    }
    return render(request, "subsidy/file.html", context)


def fewer_of(standing: Standing) -> int:
    """How many members fewer than when the term began."""
    return max(0, standing.before - len(standing.members))


@in_partnership("subsidy.keep")
def grants(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """What was granted, year by year."""
    dossier = dossier_here(partnership, pk)
    granted = {one.year: one.amount for one in dossier.grants.all()}
    data = request.POST if request.method == "POST" else None
    form = GrantsForm(data, years=dossier.years, granted=granted)
    if data is not None and done(
        form, lambda: services.grant(dossier=dossier, amounts=form.amounts(), actor=me(request))
    ):
        messages.success(request, _("De bedragen zijn genoteerd."))
        return redirect(dossier)
    context = {"partnership": partnership, "dossier": dossier, "form": form}
    return render(request, "subsidy/grants.html", context, status=422 if form.errors else 200)


@in_partnership("subsidy.keep")
def value(request: HttpRequest, partnership: Partnership, pk: int, rule: str) -> HttpResponse:
    """Fill in what a condition asks, with where that stands; or take it out again."""
    dossier = dossier_here(partnership, pk)
    shipped = dossier.of_scheme.rule(rule) if dossier.of_scheme and rule in CHECKED else None
    if shipped is None:
        raise Http404
    if "weg" in request.POST:
        services.clear_value(dossier=dossier, rule=rule, actor=me(request))
        return redirect(dossier)
    form = value_form(request, dossier, rule)
    if request.method == "POST" and done(
        form,
        lambda: services.fill_in(dossier=dossier, rule=rule, actor=me(request), **form.cleaned_data),
    ):
        messages.success(request, _("Ingevuld. De controle rekent er nu mee."))
        return redirect(dossier)
    own = dossier.own_values.filter(rule=rule).exists()
    context = {"partnership": partnership, "dossier": dossier, "rule": shipped, "form": form, "own": own}
    return render(request, "subsidy/value.html", context, status=422 if form.errors else 200)


def value_form(request: HttpRequest, dossier: Dossier, rule: str) -> ValueForm:
    own = dossier.own_values.filter(rule=rule).first()
    initial = {"value": own.value, "source": own.source} if own else None
    return ValueForm(request.POST if request.method == "POST" else None, rule=rule, initial=initial)


@in_partnership("subsidy.keep")
def remove(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Take an empty file away, after asking."""
    dossier = dossier_here(partnership, pk)
    form = NothingForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and done(form, lambda: services.remove(dossier=dossier, actor=me(request))):
        messages.success(request, _("Het lege dossier is weg."))
        return redirect("subsidy:page", partnership.slug)
    context = {"partnership": partnership, "dossier": dossier, "form": form}
    return render(request, "subsidy/remove.html", context, status=422 if form.errors else 200)
