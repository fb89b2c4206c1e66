"""Pages of mandates, and the page behind the link in a mail: there one button gives what was asked."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from django_scopes import scope

from groeimodel.foundation import links
from groeimodel.foundation.doors import open_to_all
from groeimodel.foundation.journal.selectors import page_state
from groeimodel.foundation.mandates import letters, selectors, services
from groeimodel.foundation.mandates.forms import YEAR, HoursForm, MandateForm, RefusalForm
from groeimodel.foundation.mandates.models import Mandate, Use
from groeimodel.foundation.mandates.subjects import choices_of
from groeimodel.foundation.partners.access import may_for, parts_in
from groeimodel.foundation.partners.keeping import kept
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require


@require_safe
@in_partnership("partners.see_inside")
def mandates(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Per member: who may spend time on it, and who may decide."""
    # Lazy: while nothing was done since, the body of the page is kept and none of this is worked out.
    shown = SimpleLazyObject(lambda: shown_of(request, partnership))
    context = {"partnership": partnership, "shown": shown, "state": page_state(request, partnership.pk)}
    return render(request, "mandates/list.html", context)


def shown_of(request: HttpRequest, partnership: Partnership) -> dict[str, Any]:
    """The members, the own one first, each with what the visitor may do with its mandates."""
    members = selectors.by_member(partnership, timezone.localdate())
    parts = parts_in(request.user, partnership)
    own = {where for _role, where in parts}
    members.sort(key=lambda one: one.municipality.pk not in own)
    rows = [
        {
            "member": one,
            "rights": {
                name: may_for(request.user, parts, f"mandates.{name}", one.municipality.pk)
                for name in ("grant", "ask")
            },
        }
        for one in members
    ]
    return {"rows": rows, "own": own}


def rights_on(request: HttpRequest, partnership: Partnership, municipality: Municipality) -> dict[str, bool]:
    """What the visitor may with the mandates of one municipality."""
    blank = Mandate(partnership=partnership, municipality=municipality)
    return {name: request.user.has_perm(f"mandates.{name}", blank) for name in ("grant", "ask")}


@in_partnership("mandates.propose", each="mandates.begin")
def new(request: HttpRequest, partnership: Partnership, kind: str, municipality: int) -> HttpResponse:
    """Give a mandate, or ask the alderman for one: the same form."""
    where = get_object_or_404(partnership.municipalities, pk=municipality, memberships__ends=None)
    rights = rights_on(request, partnership, where)
    if kind not in Mandate.Kind.values:
        raise Http404
    if not request.user.has_perm("mandates.begin", Mandate(partnership=partnership, municipality=where)):
        raise PermissionDenied(_("Een mandaat geven of vragen kan enkel voor je eigen gemeente."))
    people, subjects = selectors.holders_of(partnership, where), choices_of(partnership)
    if not rights["grant"]:  # whoever asks, asks first of all for themselves
        people.sort(key=lambda one: one.pk != request.user.pk)
    form = MandateForm(
        request.POST or None, kind=kind, holders=people, subjects=subjects, today=timezone.localdate()
    )
    if request.method == "POST" and form.is_valid():
        return propose(request, partnership, form, where)
    context = {
        "partnership": partnership,
        "municipality": where,
        "form": form,
        "kind": kind,
        "rights": rights,
    }
    return render(request, "mandates/new.html", context, status=422 if form.errors else 200)


def propose(
    request: HttpRequest, partnership: Partnership, form: MandateForm, where: Municipality
) -> HttpResponse:
    person, proposal = cast(Person, request.user), form.proposal(where)
    if rights_on(request, partnership, where)["grant"]:
        services.give(partnership=partnership, proposal=proposal, actor=person)
        messages.success(request, _("Het mandaat is gegeven. Je kunt het altijd weer intrekken."))
        return redirect("mandates:list", partnership.slug)
    services.ask(partnership=partnership, proposal=proposal, actor=person)
    alderman = selectors.alderman_of(partnership, where)
    if alderman is not None and alderman.email:
        done = _("Gevraagd. %(name)s krijgt een mail met één knop om ja te zeggen.") % {"name": alderman}
    else:
        done = _("Gevraagd. Er is nu geen schepen met een mailadres: de vraag blijft hier klaarstaan.")
    messages.success(request, done)
    return redirect("mandates:list", partnership.slug)


@in_partnership("partners.see_inside", post="mandates.log", each_post="mandates.use")
@kept
def detail(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """One mandate: its terms, what was done on it, and for its holder a form for hours."""
    mandate = find(partnership, pk)
    form = HoursForm(request.POST or None, today=timezone.localdate())
    if request.method == "POST" and not request.user.has_perm("mandates.use", mandate):
        raise PermissionDenied(_("Uren noteer je enkel op je eigen mandaat."))
    if request.method == "POST" and form.is_valid():
        try:
            services.use(mandate=mandate, actor=cast(Person, request.user), **form.cleaned_data)
            messages.success(request, _("Genoteerd."))
            return redirect("mandates:mandate", partnership.slug, pk)
        except services.NotCovered:
            form.add_error("on", _("Op die dag gold dit mandaat niet."))
    context = page_of(request, mandate) | {"form": form, "uses": selectors.uses_of(mandate)}
    return render(request, "mandates/mandate.html", context, status=422 if form.errors else 200)


def page_of(request: HttpRequest, mandate: Mandate) -> dict[str, Any]:
    (row,) = selectors.rows_of([mandate], timezone.localdate())
    return {
        "partnership": mandate.partnership,
        "mandate": mandate,
        "row": row,
        "refusal": RefusalForm(),
        "words": letters.in_words(mandate),
        "next_end": max(mandate.ends, timezone.localdate()) + YEAR,
        "restorable": mandate.closed_on == timezone.localdate(),
        "rights": {
            name: request.user.has_perm(f"mandates.{name}", mandate) for name in ("grant", "ask", "use")
        },
    }


def find(partnership: Partnership, pk: int) -> Mandate:
    return get_object_or_404(selectors.with_people(partnership), pk=pk)


def change(
    request: HttpRequest, mandate: Mandate, service: Callable[..., Mandate], done: str, **values: Any
) -> HttpResponse:
    """Do one thing with a mandate, and say so, or say why it could not be done."""
    try:
        service(mandate=mandate, actor=cast(Person, request.user), **values)
        messages.success(request, done)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("mandates:list", mandate.partnership.slug)


@require_POST
@in_partnership("mandates.propose", each="mandates.grant")
def give(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    return change(request, find(partnership, pk), services.give_what_was_asked, _("Het mandaat is gegeven."))


def reason_in(request: HttpRequest) -> str:
    """Why not, if that was said in a form that can be kept."""
    form = RefusalForm(request.POST)
    return str(form.cleaned_data["reason"]) if form.is_valid() else ""


@require_POST
@in_partnership("mandates.propose", each="mandates.grant")
def refuse(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    done = _("Je zei nee. Wie het vroeg, kan het hier lezen.")
    reason = reason_in(request)
    return change(request, find(partnership, pk), services.refuse, done, reason=reason)


@require_POST
@in_partnership("mandates.propose", each="mandates.grant")
def renew(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    mandate = find(partnership, pk)
    until = max(mandate.ends, timezone.localdate()) + YEAR
    return change(request, mandate, services.renew, _("Vernieuwd voor een jaar."), until=until)


@in_partnership("mandates.propose", each="mandates.grant")
def revoke(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Asks first; takes back on POST. A question that is still open is taken back by who may ask."""
    mandate = find(partnership, pk)
    require(request.user, "mandates.grant" if mandate.given_at else "mandates.ask", mandate)
    if request.method == "POST":
        done = _("Ingetrokken. Vandaag kun je dat nog ongedaan maken.")
        return change(
            request, mandate, services.revoke, done if mandate.given_at else _("De vraag is ingetrokken.")
        )
    return render(request, "mandates/revoke.html", {"partnership": partnership, "mandate": mandate})


@require_POST
@in_partnership("mandates.propose", each="mandates.grant")
def restore(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    return change(request, find(partnership, pk), services.restore, _("Het mandaat geldt weer."))


@require_POST
@in_partnership("mandates.log", each="mandates.use")
def remove_hours(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    used = get_object_or_404(
        Use.objects.select_related("mandate__partnership"), pk=pk, partnership=partnership
    )
    services.remove_use(use=used, actor=cast(Person, request.user))
    messages.success(request, _("Weggehaald."))
    return redirect("mandates:mandate", partnership.slug, used.mandate_id)


@never_cache
@open_to_all("whoever has the link that was mailed to the alderman")
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """What was asked, with one button; the link is the alderman's own, so no sign-in is asked."""
    try:
        opened = letters.open_link(token)
    except links.Expired:
        return over(request, _("Deze link is te oud. Meld je aan om de vraag te zien."), 410)
    except links.Invalid:
        return over(request, _("Deze link klopt niet. Open hem opnieuw vanuit de mail."), 404)
    with scope(partnership=opened.mandate.partnership):
        if request.method == "POST":
            return answer(request, opened)
        until = max(opened.mandate.ends, timezone.localdate()) + YEAR
        context = {**page_of(request, opened.mandate), "opened": opened, "until": until}
        return render(request, "mandates/by_link.html", context)


def answer(request: HttpRequest, opened: letters.Opened) -> HttpResponse:
    """Say yes, or no with a reason; the right is asked of the person for whom the link was made."""
    mandate, no = opened.mandate, "nee" in request.POST
    try:
        if no:
            services.refuse(mandate=mandate, reason=reason_in(request), actor=opened.person)
        elif opened.do == "renew":
            until = max(mandate.ends, timezone.localdate()) + YEAR
            mandate = services.renew(mandate=mandate, until=until, actor=opened.person)
        else:
            mandate = services.give_what_was_asked(mandate=mandate, actor=opened.person)
    except ValidationError as error:
        return over(request, " ".join(error.messages), 409)
    except PermissionDenied:
        return over(request, _("Je bent intussen geen schepen meer in deze samenwerking."), 403)
    context = {"mandate": mandate, "words": letters.in_words(mandate), "refused": no}
    return render(request, "mandates/answered.html", context)


def over(request: HttpRequest, why: str, status: int) -> HttpResponse:
    return render(request, "mandates/link_over.html", {"why": why}, status=status)
