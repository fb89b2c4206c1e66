"""Documents: the catalogue, a file at once, and what the worker makes for who waits."""

from __future__ import annotations

from functools import cache
from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from groeimodel.foundation.files import storing
from groeimodel.foundation.journal.selectors import page_state
from groeimodel.foundation.partners.keeping import keep_page, state_in
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.foundation.people.models import Person
from groeimodel.showcase.documents import selectors, services
from groeimodel.showcase.documents.catalogue import Choice, Shelf, chosen, shelves_of, years_of
from groeimodel.showcase.documents.kinds import kind_of, title_of
from groeimodel.showcase.documents.making import MIME, file_name, make
from groeimodel.showcase.documents.models import Order
from groeimodel.showcase.documents.wishes import Wanted
from groeimodel.showcase.sheets.selectors import period_of

MAKE, TAKE = "documents.make", "documents.take"


@require_safe
@in_partnership(MAKE)
def catalogue(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Every document that can be made, with what is recorded for it; and what the reader had made."""
    orders = list(selectors.orders_of(partnership, request.user))
    moved = [(one.pk, one.state, one.size) for one in orders]
    return keep_page(
        request, lambda: f"{state_in(request, partnership)} {moved}", lambda: show(request, partnership)
    )


def show(request: HttpRequest, partnership: Partnership, problem: str = "") -> HttpResponse:
    today = timezone.localdate()
    choice = chosen(partnership, request.user, request.POST or request.GET, today)
    money = sees_money(request, partnership)

    # While nothing was done since, the cards are kept and the facts on them are not read again.
    @cache
    def shelves() -> tuple[Shelf, ...]:
        return shelves_of(partnership, choice, today, money=money)

    context = {
        "partnership": partnership,
        "choice": choice,
        "years": years_of(today),
        "evaluation": lambda: next(
            (one for shelf in shelves() for one in shelf.cards if one.kind.only_form), None
        ),
        "shelves": shelves,
        "state": f"{page_state(request, partnership.pk)} {choice.query} {money}",
        "orders": [(one, title_of(one.kind)) for one in selectors.orders_of(partnership, request.user)],
        "problem": problem,
    }
    return render(request, "documents/list.html", context, status=422 if problem else 200)


@require_safe
@in_partnership(MAKE)
def take_now(request: HttpRequest, partnership: Partnership, document: str, form: str) -> HttpResponse:
    """One document, made at once; what takes longer is asked for on the page."""
    kind = kind_of(document)
    if (
        kind is None
        or kind.page
        or kind.long
        or form not in kind.formats
        or kind not in selectors.kinds_for(partnership)
    ):
        raise Http404
    choice = chosen(partnership, request.user, request.GET, timezone.localdate())
    if kind.local and choice.municipality is None:
        raise Http404
    made = make(document, form, wanted(request, partnership, choice))
    answer = HttpResponse(made.content, content_type=made.mime)
    answer["Content-Disposition"] = f'attachment; filename="{made.name}"'
    answer["Cache-Control"] = "private, no-cache"
    return answer


@require_POST
@in_partnership(MAKE)
def ask(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Ask for a document that takes a while, and go to where it can be followed."""
    choice = chosen(partnership, request.user, request.POST, timezone.localdate())
    wish = services.Wish(
        request.POST.get("document", ""),
        request.POST.get("form", ""),
        choice.municipality,
        choice.period.key,
    )
    try:
        made = services.order(partnership=partnership, wish=wish, actor=cast(Person, request.user))
    except ValidationError as error:
        return show(request, partnership, " ".join(error.messages))
    return redirect(made.get_absolute_url())


@require_safe
@never_cache
@in_partnership(MAKE, each=TAKE)
def order(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """How far it is; ready, it can be taken along."""
    return render(request, "documents/order.html", followed(request, partnership, pk))


@require_safe
@never_cache
@in_partnership(MAKE, each=TAKE)
def state(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """The same without the rest of the page, refreshed in place."""
    return render(request, "documents/_state.html", followed(request, partnership, pk))


@require_safe
@in_partnership(MAKE, each=TAKE)
def take(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """The file itself, for who asked for it."""
    found = find(request, partnership, pk)
    if not found.done:
        raise Http404
    try:
        content = storing.storage().open(found.path)
    except FileNotFoundError:
        raise Http404 from None
    today = timezone.localdate(found.made_at)
    made = Wanted(partnership, found.municipality, period_of(found.period, today), today, money=False)
    name = file_name(found.kind, found.form, made)
    answer = FileResponse(content, as_attachment=True, filename=name, content_type=MIME[found.form])
    answer["Cache-Control"] = "private, no-cache"
    return cast(HttpResponse, answer)  # it streams; the doors only pass it on


@require_POST
@in_partnership(MAKE, each=TAKE)
def stop(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    services.stop(order=find(request, partnership, pk), actor=cast(Person, request.user))
    messages.success(request, _("Gestopt. Je kunt het altijd opnieuw laten maken."))
    return redirect("documents:order", partnership.slug, pk)


@require_POST
@in_partnership(MAKE, each=TAKE)
def again(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    services.again(order=find(request, partnership, pk), actor=cast(Person, request.user))
    return redirect("documents:order", partnership.slug, pk)


def find(request: HttpRequest, partnership: Partnership, pk: int) -> Order:
    """An order of the reader self. Raises PermissionDenied: somebody else asked for it."""
    rows = Order.objects.select_related("partnership", "municipality")
    found = get_object_or_404(rows, pk=pk, partnership=partnership)
    if not request.user.has_perm(TAKE, found):
        raise PermissionDenied(_("Dit document liet iemand anders maken."))
    return found


def followed(request: HttpRequest, partnership: Partnership, pk: int) -> dict[str, object]:
    found = find(request, partnership, pk)
    return {
        "partnership": partnership,
        "order": found,
        "title": title_of(found.kind),
        "nobody": selectors.nobody_works(found),
    }


def wanted(request: HttpRequest, partnership: Partnership, choice: Choice) -> Wanted:
    return Wanted(
        partnership=partnership,
        municipality=choice.municipality,
        period=choice.period,
        today=timezone.localdate(),
        money=sees_money(request, partnership),
    )


def sees_money(request: HttpRequest, partnership: Partnership) -> bool:
    return may_here(request, partnership)("money.see")
