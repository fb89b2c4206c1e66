"""The money of a year: budget beside what happened."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.shop.money import services
from groeimodel.shop.money.forms import NothingForm, YearForm
from groeimodel.shop.money.models import BookYear, Posting
from groeimodel.shop.money.selectors import Figures, contributions_of, figures_by_year, figures_of, years_of
from groeimodel.shop.money.services.budget import lines_from_plan
from groeimodel.shop.money.services.people import functions_in
from groeimodel.shop.money.views.finding import done, me, year_or_404
from groeimodel.shop.plan.selectors import plan_in_force

LATEST = 20


@in_partnership("money.see", post="money.keep")
@kept
def page(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """The years, the newest first; to begin one."""
    today = timezone.localdate()
    years = list(years_of(partnership))
    form = YearForm(
        request.POST or None, initial={"year": max([today.year, *(one.year + 1 for one in years)])}
    )
    if request.method == "POST" and form.is_valid():
        year = form.cleaned_data["year"]
        services.open_year(partnership=partnership, year=year, actor=me(request))
        return redirect("money:year", partnership.slug, year)
    figures = figures_by_year(partnership, [one.year for one in years])
    rows = list(zip(years, figures, strict=True))
    context = {
        "partnership": partnership,
        "rows": rows,
        "form": form if may_here(request, partnership)("money.keep") else None,
        "sees_bank": may_here(request, partnership)("bank.see"),
    }
    return render(request, "money/page.html", context, status=422 if form.errors else 200)


@require_safe
@in_partnership("money.see")
@kept
def year(request: HttpRequest, partnership: Partnership, year: int) -> HttpResponse:
    """One year: each kind and post, what is left, and the last postings."""
    book_year, today = year_or_404(partnership, year), timezone.localdate()
    figures = figures_of(partnership, year)
    postings = Posting.objects.filter(post__book_year=book_year).select_related(
        "post", "reverses", "reversed_by", "noted_by", "municipality"
    )
    owed = contributions_of(partnership, year)
    context = {
        "partnership": partnership,
        "book_year": book_year,
        "figures": figures,
        "sides": [(name, word, figures.kinds(name), figures.of(name)) for name, word in _sides()],
        "postings": postings if "alles" in request.GET else postings[:LATEST],
        "more": "alles" not in request.GET and postings.count() > LATEST,
        "open": sum(one.remaining > 0 for one in owed),
        "owed": owed,
        "over": book_year.year < today.year,
        "keeps": may_here(request, partnership)("money.keep"),
        "has_before": BookYear.objects.filter(partnership=partnership, year=year - 1).exists(),
        "functions": _functions(book_year, figures),
        "from_plan": _from_plan(partnership, book_year),
    }
    return render(request, "money/year.html", context)


def _sides() -> list[tuple[str, str]]:
    return [("receipt", _("Ontvangsten")), ("expense", _("Uitgaven"))]


def _functions(book_year: BookYear, figures: Figures) -> int:
    """How many functions have no post in the budget yet."""
    there = {one.post.title for one in figures.rows}
    return sum(one.title not in there for one in functions_in(book_year.partnership, book_year.year))


def _from_plan(partnership: Partnership, book_year: BookYear) -> int:
    """How many posts the plan would add."""
    plan = plan_in_force(partnership, timezone.localdate())
    return len(lines_from_plan(book_year, plan)) if plan and not book_year.closed else 0


@require_POST
@in_partnership("money.keep")
def copy(request: HttpRequest, partnership: Partnership, year: int) -> HttpResponse:
    """Take posts over, from the year before or from the plan."""
    book_year = year_or_404(partnership, year)
    plan = plan_in_force(partnership, timezone.localdate()) if "plan" in request.POST else None
    try:
        if plan:
            count = services.take_from_plan(book_year=book_year, plan=plan, actor=me(request))
        else:
            count = services.copy_budget(book_year=book_year, actor=me(request))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("money:year", partnership.slug, year)
    told = ngettext("%(n)s post overgenomen.", "%(n)s posten overgenomen.", count) % {"n": count}
    messages.success(request, told)
    return redirect("money:year", partnership.slug, year)


@in_partnership("money.keep")
def shut(request: HttpRequest, partnership: Partnership, year: int) -> HttpResponse:
    """Close a year, after what to look at first."""
    book_year = year_or_404(partnership, year)
    form = NothingForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and done(
        form, lambda: services.close_year(book_year=book_year, actor=me(request))
    ):
        messages.success(request, _("De boeken van %(year)s zijn afgesloten.") % {"year": year})
        return redirect("money:year", partnership.slug, year)
    context = {
        "partnership": partnership,
        "book_year": book_year,
        "figures": figures_of(partnership, year),
        "owed": [one for one in contributions_of(partnership, year) if one.remaining],
        "form": form,
    }
    return render(request, "money/shut.html", context, status=422 if form.errors else 200)
