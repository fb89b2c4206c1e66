"""The term of the partnership: until when it goes, who decided on going on, and the next one."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from groeimodel.content.forms import form_of
from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.shop.organs import services, showing
from groeimodel.shop.organs.forms import NextForm, RenewalForm, TermForm
from groeimodel.shop.organs.models import RenewalDecision, Term
from groeimodel.shop.organs.standing import Standing, terms_of
from groeimodel.shop.organs.views.common import BUILD, SEE, me, show
from groeimodel.shop.organs.wording import STEPS


@require_safe
@in_partnership(SEE)
@kept
def term(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """The term of today, its members, and the terms before and after it."""
    standing = showing.standing_today(partnership, timezone.localdate())
    return show_term(request, partnership, standing, next_form(standing))


def show_term(
    request: HttpRequest, partnership: Partnership, standing: Standing | None, form: NextForm | None
) -> HttpResponse:
    terms = terms_of(partnership)
    return show(
        request,
        partnership,
        "term",
        form,
        standing=standing,
        legal=standing.form if standing else form_of(partnership.legal_form),
        problems=showing.problems_of(standing.term) if standing else [],
        step=STEPS.get(standing.expiry.stage) if standing else None,
        others=[one for one in terms if standing is None or one.pk != standing.term.pk],
        may_build=may_here(request, partnership)(BUILD),
    )


def next_form(standing: Standing | None) -> NextForm | None:
    """A renewal can be noted once it is near: as long as the one that ends, by default."""
    if standing is None or standing.term.ends is None or standing.next is not None:
        return None
    ends, years = standing.term.ends, standing.form.value("term_years")
    length = years if isinstance(years, int) and years else 6
    return NextForm(
        initial={
            "ends": date(ends.year + length, ends.month, min(ends.day, 28) if ends.month == 2 else ends.day)
        }
    )


@in_partnership(BUILD)
def new_term(request: HttpRequest, partnership: Partnership, pk: int = 0) -> HttpResponse:
    """A term is noted, or corrected (`pk`)."""
    rows = Term.objects.filter(partnership=partnership).select_related("partnership")
    one = get_object_or_404(rows, pk=pk) if pk else None
    form = TermForm(request.POST or None, partnership=partnership, instance=one)
    if request.method == "POST" and form.is_valid():
        try:
            if one is None:
                services.begin_term(partnership=partnership, new=form.new_term(), actor=me(request))
            else:
                services.change_term(term=rows.get(pk=pk), new=form.new_term(), actor=me(request))
            messages.success(request, _("Genoteerd."))
            return redirect("organs:term", partnership.slug)
        except ValidationError as error:
            form.add_error(None, error)
    return show(request, partnership, "new_term", form, term=one)


@in_partnership(BUILD)
def decide(request: HttpRequest, partnership: Partnership, municipality: int) -> HttpResponse:
    """What the council of one municipality decided on going on."""
    standing = showing.standing_today(partnership, timezone.localdate())
    place = get_object_or_404(
        Municipality.objects.filter(memberships__partnership=partnership, memberships__ends=None),
        pk=municipality,
    )
    form = RenewalForm(request.POST or None, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        try:
            if standing is None:
                raise ValidationError(_("Noteer eerst de termijn."))
            services.note_renewal(term=standing.term, decided=form.decided(place), actor=me(request))
            messages.success(request, _("Genoteerd."))
            return redirect("organs:term", partnership.slug)
        except ValidationError as error:
            form.add_error(None, error)
    return show(request, partnership, "decide", form, place=place, standing=standing)


@require_POST
@in_partnership(BUILD)
def take_back(request: HttpRequest, partnership: Partnership, municipality: int) -> HttpResponse:
    """A decision that was noted by mistake."""
    standing = showing.standing_today(partnership, timezone.localdate())
    rows = RenewalDecision.objects.filter(term=standing.term if standing else None)
    found = get_object_or_404(
        rows.select_related("term__partnership", "municipality"), municipality=municipality
    )
    services.take_back_renewal(decision=found, actor=me(request))
    messages.success(request, _("Weggehaald. Noteer het opnieuw als het toch klopte."))
    return redirect("organs:term", partnership.slug)


@require_POST
@in_partnership(BUILD)
def renew(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Everybody decided: the next term."""
    standing = showing.standing_today(partnership, timezone.localdate())
    form = NextForm(request.POST)
    if form.is_valid() and standing is not None:
        try:
            services.renew_term(term=standing.term, actor=me(request), **form.cleaned_data)
            messages.success(request, _("Verlengd. De volgende termijn staat klaar."))
            return redirect("organs:term", partnership.slug)
        except ValidationError as error:
            form.add_error(None, error)
    return show_term(request, partnership, standing, form)
