"""Posts of the budget, and postings on them."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.shop.money import services
from groeimodel.shop.money.forms import PostForm, PostingForm, ReasonForm
from groeimodel.shop.money.models import BookYear, Post, Posting
from groeimodel.shop.money.selectors import open_contributions
from groeimodel.shop.money.views.finding import done, me, year_or_404
from groeimodel.shop.plan.models import PlanAction
from groeimodel.shop.plan.selectors import actions_of, plan_in_force


def _actions(partnership: Partnership, post: Post | None) -> QuerySet[PlanAction]:
    """Of the plan in force, and the one that the post has already: it may be of an earlier plan, or taken out."""
    own = Q(pk=(post and post.plan_action_id) or 0)
    plan = plan_in_force(partnership, timezone.localdate())
    if plan:
        own |= Q(pk__in=actions_of(plan).order_by().values("pk"))
    rows = PlanAction.objects.filter(own).select_related("action_plan__objective")
    return rows.order_by("action_plan__objective__order", "action_plan__order", "order", "pk")


@in_partnership("money.keep")
def post(request: HttpRequest, partnership: Partnership, year: int, pk: int = 0) -> HttpResponse:
    """Add a post to the budget, or change one."""
    book_year = year_or_404(partnership, year)
    found = get_object_or_404(_posts(book_year), pk=pk) if pk else None
    form = PostForm(request.POST or None, actions=_actions(partnership, found), post=found)

    def save() -> None:
        if found:
            services.change_post(post=found, line=form.line(), actor=me(request))
        else:
            services.write_post(book_year=book_year, line=form.line(), actor=me(request))

    if request.method == "POST" and done(form, save):
        messages.success(request, _("Bewaard."))
        return redirect("money:year", partnership.slug, year)
    empty = found is not None and not Posting.objects.filter(post=found).exists()
    context = {
        "partnership": partnership,
        "book_year": book_year,
        "form": form,
        "post": found,
        "empty": empty,
    }
    return render(request, "money/post.html", context, status=422 if form.errors else 200)


def _posts(book_year: BookYear) -> QuerySet[Post]:
    return Post.objects.filter(book_year=book_year).select_related("book_year__partnership")


@require_POST
@in_partnership("money.keep")
def remove(request: HttpRequest, partnership: Partnership, year: int, pk: int) -> HttpResponse:
    """Take a post off the budget, while nothing is posted on it."""
    found = get_object_or_404(_posts(year_or_404(partnership, year)), pk=pk)
    try:
        services.remove_post(post=found, actor=me(request))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("De post is weg."))
    return redirect("money:year", partnership.slug, year)


@in_partnership("money.keep")
def posting(request: HttpRequest, partnership: Partnership, year: int) -> HttpResponse:
    """Note what came in or went out."""
    book_year = year_or_404(partnership, year)
    posts = list(_posts(book_year))
    owed = open_contributions(partnership)
    form = PostingForm(request.POST or None, posts=posts, owed=owed, year=year, today=timezone.localdate())

    if request.method == "POST" and done(
        form, lambda: services.post_amount(actor=me(request), **form.said())
    ):
        messages.success(request, _("Genoteerd."))
        return redirect("money:posting" if "nog" in request.POST else "money:year", partnership.slug, year)
    context = {"partnership": partnership, "book_year": book_year, "form": form, "posts": posts}
    return render(request, "money/posting.html", context, status=422 if form.errors else 200)


def _posting(partnership: Partnership, pk: int) -> Posting:
    rows = Posting.objects.filter(partnership=partnership)
    return get_object_or_404(
        rows.select_related("partnership", "post__book_year__partnership", "contribution"), pk=pk
    )


@in_partnership("money.keep")
def correct(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Put a counter-entry beside a posting."""
    found = _posting(partnership, pk)
    form = ReasonForm(request.POST or None)

    if request.method == "POST" and done(
        form, lambda: services.reverse(posting=found, why=form.cleaned_data["why"], actor=me(request))
    ):
        messages.success(request, _("Rechtgezet met een tegenboeking. Noteer nu wat het had moeten zijn."))
        return redirect("money:year", partnership.slug, found.post.book_year.year)
    mine_today = timezone.localdate(found.noted_at) == timezone.localdate() and found.noted_by == request.user
    free = mine_today and not found.statement_key and not found.post.book_year.closed
    context = {"partnership": partnership, "posting": found, "form": form, "free": free}
    return render(request, "money/correct.html", context, status=422 if form.errors else 200)


@require_POST
@in_partnership("money.keep")
def take_back(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Remove a slip of today."""
    found = _posting(partnership, pk)
    year = found.post.book_year.year
    try:
        services.take_back(posting=found, actor=me(request))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("De boeking is weg."))
    return redirect("money:year", partnership.slug, year)
