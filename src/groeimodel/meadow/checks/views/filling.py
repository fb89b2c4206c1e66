"""Saying whether proposals fit, for one municipality: all under each other, on a phone, in a minute."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_scopes import scope

from groeimodel.foundation import links
from groeimodel.foundation.doors import open_to_all
from groeimodel.foundation.partners.access import may_for, parts_in
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.partners.selectors import home_of
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.checks import filling, letters, services
from groeimodel.meadow.checks.filling import Paper, Speaker
from groeimodel.rules.rights import Role


@require_safe
@in_partnership("checks.say")
def mine(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """To the page of the own municipality; who coordinates chooses one first."""
    where = home_of(request.user, partnership)
    if where is None:
        return redirect("checks:proposals", partnership.slug)
    query = request.GET.urlencode()
    url = reverse("checks:fill", args=[partnership.slug, where.pk])
    return redirect(f"{url}?{query}" if query else url)


@in_partnership("checks.say", each="checks.check")
def fill(request: HttpRequest, partnership: Partnership, municipality: int) -> HttpResponse:
    """Signed in, for the own municipality; who coordinates notes what was said by phone."""
    where = get_object_or_404(
        Municipality.objects.filter(memberships__partnership=partnership, memberships__ends=None),
        pk=municipality,
    )
    parts = request.parts  # type: ignore[attr-defined]
    if not may_for(request.user, parts, services.CHECK, where.pk):
        raise PermissionDenied(_("De lokale toets doet wie voor deze gemeente aan tafel zit."))
    alderman = may_for(request.user, parts, services.PREFER, where.pk)
    return filling_in(request, Speaker(partnership, cast(Person, request.user), where, alderman))


@never_cache
@open_to_all("the link of the mail is the right: it is made for one person on a seat, and ends")
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Behind the button of a mail: answer without signing in. Opening it changes nothing."""
    try:
        opened = letters.open_link(token)
    except links.Expired:
        return over(request, _("Deze link is te oud."), 410)
    except links.Invalid:
        return over(request, _("Deze link klopt niet. Open hem opnieuw vanuit de mail."), 404)
    with scope(partnership=opened.partnership):
        where = home_of(opened.person, opened.partnership)
        parts = parts_in(opened.person, opened.partnership)
        if where is None or not {(Role.ALDERMAN, where.pk), (Role.OFFICER, where.pk)} & parts:
            return over(request, _("Je zit niet meer op een zetel van deze samenwerking."), 403)
        alderman = (Role.ALDERMAN, where.pk) in parts
        return filling_in(request, Speaker(opened.partnership, opened.person, where, alderman), by_link=True)


def over(request: HttpRequest, why: str, status: int) -> HttpResponse:
    return render(request, "checks/link_over.html", {"why": why}, status=status)


def filling_in(request: HttpRequest, speaker: Speaker, *, by_link: bool = False) -> HttpResponse:
    """Keep what was sent and show it again, or show the page."""
    first = key_in(request.GET.get("actie", ""))
    rows = filling.asked_of(speaker) if by_link else filling.open_to(speaker, first)
    number, sent = request.GET.get("bladzijde"), request.POST if request.method == "POST" else None
    paper = filling.paper_of(rows, speaker, number, sent)
    if sent is not None and paper.valid:
        count = filling.keep(paper, speaker)
        if not any(one.errors for one in paper.forms):
            told(request, paper, count)
            return redirect(request.get_full_path())
    return render(
        request,
        "checks/fill.html",
        context_of(speaker, paper) | {"by_link": by_link},
        status=422 if any(one.errors for one in paper.forms) else 200,
    )


def context_of(speaker: Speaker, paper: Paper) -> dict[str, Any]:
    done = [one.said is not None and (one.liked is not None or not speaker.alderman) for one in paper.forms]
    return {
        "partnership": speaker.partnership,
        "speaker": speaker,
        "paper": paper,
        "rows": list(zip(paper.forms, done, strict=True)),
        "done": sum(done),
        "total": len(done),
    }


def told(request: HttpRequest, paper: Paper, count: int) -> None:
    for title in paper.gone:
        words = _("'%(title)s' is intussen beslist of gestopt: daar kun je niets meer over zeggen.")
        messages.warning(request, words % {"title": title})
    if count:
        said = ngettext("Genoteerd voor %(n)s voorstel.", "Genoteerd voor %(n)s voorstellen.", count)
        messages.success(
            request, said % {"n": count} + " " + _("Je kunt het nog veranderen tot er gekozen is.")
        )
    elif not paper.gone:
        messages.info(request, _("Er is niets veranderd."))


def key_in(text: str) -> int | None:
    """A key of a row, if this can be one."""
    return int(text) if text.isdecimal() and len(text) < 10 else None
