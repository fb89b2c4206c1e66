"""How strongly each college stands behind the shop: asked of aldermen once a year, never guessed (claim B17)."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from django_scopes import scope

from groeimodel.foundation import links
from groeimodel.foundation.doors import open_to_all
from groeimodel.foundation.partners.access import parts_in
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.foundation.partners.selectors import home_of
from groeimodel.foundation.people.models import Person
from groeimodel.rules.rights import Role
from groeimodel.shop.counter import letters, services
from groeimodel.shop.counter.forms import SupportForm
from groeimodel.shop.counter.services import ASK, SAY
from groeimodel.shop.counter.supporting import measure_of, said_in
from groeimodel.shop.counter.views.common import me


@in_partnership("counter.see_support", each_post=SAY)
def support(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """What each college answered, the last time and before; an alderman answers right here."""
    where = alderman_of(me(request), partnership)
    if request.method == "POST" and where is None:
        raise PermissionDenied(_("Op deze vraag antwoordt de schepen van een gemeente."))
    form = form_for(request, partnership, where) if where else None
    if form is not None and where is not None and keep(form, partnership, where, me(request)):
        messages.success(request, _("Dank je. Je kunt het dit jaar nog veranderen."))
        return redirect("counter:support", partnership.slug)
    context = {
        "partnership": partnership,
        "measure": measure_of(partnership, timezone.localdate().year),
        "form": form,
        "where": where,
        "asks": may_here(request, partnership)(ASK),
    }
    return render(request, "counter/support.html", context, status=422 if form and form.errors else 200)


def alderman_of(person: Person, partnership: Partnership) -> Municipality | None:
    """For which municipality somebody answers as alderman, if for one."""
    where = home_of(person, partnership)
    return where if where and (Role.ALDERMAN, where.pk) in parts_in(person, partnership) else None


def form_for(request: HttpRequest, partnership: Partnership, where: Municipality) -> SupportForm:
    said = said_in(partnership, where, timezone.localdate().year)
    initial = {"mark": said.mark, "words": said.words} if said else None
    return SupportForm(request.POST if request.method == "POST" else None, initial=initial)


def keep(form: SupportForm, partnership: Partnership, where: Municipality, person: Person) -> bool:
    if not form.is_bound or not form.is_valid():
        return False
    services.say_support(partnership=partnership, municipality=where, actor=person, **form.cleaned_data)
    return True


@require_POST
@in_partnership(ASK)
def ask(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """A mail to each alderman who did not answer this year."""
    _call, sent = services.ask_support(partnership=partnership, actor=me(request))
    said = ngettext(
        "De vraag is gemaild aan %(n)s schepen.", "De vraag is gemaild aan %(n)s schepenen.", sent
    )
    messages.success(
        request, said % {"n": sent} if sent else _("Elke schepen antwoordde al, of is niet bereikbaar.")
    )
    return redirect("counter:support", partnership.slug)


@never_cache
@open_to_all("the link of the mail is the right: it is made for one alderman, and ends")
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Behind the button of a mail: answer without signing in. Opening it changes nothing."""
    try:
        opened = letters.open_link(token)
    except links.Expired:
        return over(request, _("Deze link is te oud."), 410)
    except links.Invalid:
        return over(request, _("Deze link klopt niet. Open hem opnieuw vanuit de mail."), 404)
    with scope(partnership=opened.partnership):
        where = alderman_of(opened.person, opened.partnership)
        if where is None:
            return over(request, _("Je bent geen schepen meer in deze samenwerking."), 403)
        form = form_for(request, opened.partnership, where)
        if keep(form, opened.partnership, where, opened.person):
            messages.success(request, _("Dank je. Je kunt het dit jaar nog veranderen."))
            return redirect(request.path)
        said = said_in(opened.partnership, where, timezone.localdate().year)
        context = {"partnership": opened.partnership, "where": where, "form": form, "said": said}
        return render(request, "counter/say.html", context, status=422 if form.errors else 200)


def over(request: HttpRequest, why: str, status: int) -> HttpResponse:
    return render(request, "counter/link_over.html", {"why": why}, status=status)
