"""Writing an edition: the desk, the draft, how it will look."""

from __future__ import annotations

from typing import Any, cast

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST, require_safe

from groeimodel.foundation.mail.letters import WayOut
from groeimodel.foundation.mail.rendering import Foot, Rendered
from groeimodel.foundation.mail.rendering import render as as_mail
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership, may_here
from groeimodel.foundation.people.models import Person
from groeimodel.showcase.news import letters, selectors, services
from groeimodel.showcase.news.forms import DraftForm
from groeimodel.showcase.news.models import Edition, Item
from groeimodel.showcase.news.words import words_for

WRITE, SEND = "news.write", "news.send"
CONFLICT, BAD = 409, 422
ONLY_STYLES = {
    "default-src": [NONE],
    "style-src": [UNSAFE_INLINE],
    "frame-ancestors": [SELF],
    "form-action": [NONE],
}
"""A mail carries its style on its elements; it may load, run and send nothing."""


def me(request: HttpRequest) -> Person:
    return cast(Person, request.user)


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, also when it is empty."""
    return request.POST if request.method == "POST" else None


def edition_here(partnership: Partnership, pk: int, *, draft: bool | None = None) -> Edition:
    """Raises Http404 when there is none, or it is not (or already) a draft where that is asked."""
    found = get_object_or_404(selectors.all_editions(partnership), pk=pk)
    if draft is not None and found.is_draft != draft:
        raise Http404
    return found


@require_safe
@in_partnership(WRITE)
def desk(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """The draft, what was sent, and how many read along."""
    editions = list(selectors.all_editions(partnership))
    context = {
        "partnership": partnership,
        "draft": next((one for one in editions if one.is_draft), None),
        "editions": [one for one in editions if not one.is_draft],
        "readers": selectors.readers_told(partnership, timezone.localdate()),
        "open": selectors.is_open(partnership),
        "may_choose": may_here(request, partnership)("sharing.choose"),
    }
    return render(request, "news/desk.html", context)


@require_POST
@in_partnership(WRITE)
def begin(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    made = services.begin_edition(partnership=partnership, actor=me(request))
    return redirect("news:draft", partnership.slug, made.pk)


@in_partnership(WRITE)
def draft(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """The draft, to edit; once it was sent, how far it is."""
    edition = edition_here(partnership, pk)
    if not edition.is_draft:
        return gone(request, partnership, edition)
    items = selectors.items_of(edition, included=False)
    seen, french = selectors.token_of(edition, items), selectors.speaks_french(partnership)
    form = DraftForm(posted(request), edition, items, french=french)
    theirs: list[tuple[str, str]] = []
    if request.method == "POST" and form.is_valid():
        try:
            return keep(request, partnership, edition, form)
        except services.Sent:
            return redirect("news:draft", partnership.slug, pk)
        except services.Stale:
            theirs = written_by_others(edition_here(partnership, pk), form)
    context = shown(request, partnership, edition) | {"form": form, "seen": seen, "theirs": theirs}
    return render(
        request, "news/draft.html", context, status=CONFLICT if theirs else BAD if form.problems else 200
    )


def keep(request: HttpRequest, partnership: Partnership, edition: Edition, form: DraftForm) -> HttpResponse:
    """Save what was typed, and do what the button says."""
    doing = request.POST.get("doen", "")
    content, actor = form.content(doing), me(request)
    services.save_draft(edition=edition, content=content, seen=request.POST.get("seen", ""), actor=actor)
    if doing == "haal":
        added = services.gather_again(edition=edition, actor=actor)
        told = ngettext("%(n)s bericht kwam erbij.", "%(n)s berichten kwamen erbij.", added) % {"n": added}
        messages.success(request, told if added else _("Bewaard. Er is niets nieuws bijgekomen."))
    elif doing == "bekijk":
        return redirect("news:preview", partnership.slug, edition.pk)
    else:
        messages.success(request, _("Bewaard."))
    back = redirect("news:draft", partnership.slug, edition.pk)
    way, _dash, key = doing.partition("-")
    if way in ("hoger", "lager"):
        back["Location"] += f"#bericht-{key}" if key.isascii() and key.isdecimal() else ""
    return back


def written_by_others(now: Edition, form: DraftForm) -> list[tuple[str, str]]:
    """What stands there now, where it is not what was typed; at least one line, for somebody did write."""
    found = []
    for name in form.top.fields:
        if str(form.top.cleaned_data.get(name, "")) != getattr(now, name):
            found.append((str(form.top.fields[name].label), getattr(now, name) or "-"))
    for row in form.rows:
        item = row.item
        if item is not None and row.is_bound and row.changed_words:
            stands = _("staat erin") if item.included else _("staat er niet in")
            found.append((item.title, f"{stands}. {item.text}"))
        elif item is not None and not row.is_bound:
            found.append((item.title, _("kwam erbij")))
    return found or [(_("Volgorde"), ", ".join(one.item.title for one in form.rows if one.item))]


def shown(request: HttpRequest, partnership: Partnership, edition: Edition) -> dict[str, Any]:
    """What every page about one edition shows."""
    return {
        "partnership": partnership,
        "edition": edition,
        "may_send": may_here(request, edition)(SEND),
        "open": selectors.is_open(partnership),
        "w": words_for("nl", name=partnership.name),
    }


def gone(request: HttpRequest, partnership: Partnership, edition: Edition) -> HttpResponse:
    """An edition that was sent: how far it is, what stood in it, and off the web or on it again."""
    context = shown(request, partnership, edition) | {
        "progress": selectors.progress_of(edition),
        "count": selectors.at_least_few(edition.readers),
        "groups": selectors.groups_of(selectors.items_of(edition)),
    }
    return render(request, "news/sent_edition.html", context)


@require_safe
@in_partnership(WRITE)
def preview(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """As readers get it: the mail, the same without layout, and the page."""
    edition = edition_here(partnership, pk)
    items = selectors.items_of(edition)
    context = shown(request, partnership, edition) | {
        "mail": mail_of(edition, items),
        "groups": selectors.groups_of(items),
        "left_out": selectors.not_open_any_more(edition, timezone.now()) if edition.is_draft else [],
    }
    return render(request, "news/preview.html", context)


@require_safe
@xframe_options_sameorigin
@csp_replace(ONLY_STYLES)  # type: ignore[arg-type]
@in_partnership(WRITE)
def preview_mail(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Only the mail itself, for in a frame."""
    edition = edition_here(partnership, pk)
    return HttpResponse(mail_of(edition, selectors.items_of(edition)).html)


def mail_of(edition: Edition, items: list[Item]) -> Rendered:
    """With a link to leave that leads to the news: nobody is written to here."""
    words = words_for("nl", name=edition.partnership.name)
    way_out = WayOut(letters.page_of(edition), words["leave_link"], words["edition_why"])
    return as_mail(letters.letter_of(edition, items, "nl", way_out), name="", foot=Foot.of(way_out))


@require_POST
@in_partnership(WRITE)
def test(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """A mail to oneself."""
    services.send_test(edition=edition_here(partnership, pk, draft=True), actor=me(request))
    messages.success(request, _("De proef is onderweg naar je mailbox."))
    return redirect("news:preview", partnership.slug, pk)


@in_partnership(WRITE)
def remove(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Throw a draft away, after a question."""
    edition = edition_here(partnership, pk, draft=True)
    if request.method == "POST":
        services.remove_draft(edition=edition, actor=me(request))
        messages.success(request, _("De brief in de maak is weg."))
        return redirect("news:desk", partnership.slug)
    return render(request, "news/remove.html", shown(request, partnership, edition))
