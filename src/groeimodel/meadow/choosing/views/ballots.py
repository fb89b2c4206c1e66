"""Filling in a ballot, by the link of a mail or signed in: one page, a last look, and it is handed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django_scopes import scope

from groeimodel.foundation import links
from groeimodel.foundation.doors import open_to_all
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.choosing import filling, letters, services
from groeimodel.meadow.choosing.models import Round
from groeimodel.meadow.choosing.polling import Poll, poll_of
from groeimodel.meadow.choosing.services.voting import NOTE, VOTE
from groeimodel.meadow.choosing.views.rounds import SEE, find

STEPS = {"": "fill", "nakijken": "review", "bedankt": "thanks"}


@dataclass(frozen=True, slots=True)
class Booth:
    """Where somebody fills in a ballot: the poll, who it is, and the addresses of its pages."""

    poll: Poll
    person: Person
    token: str = ""

    def url(self, step: str = "") -> str:
        if self.token:
            return reverse("choosing:ballot_by_link", args=[self.token, step] if step else [self.token])
        round = self.poll.round
        where = [round.partnership.slug, round.pk, self.poll.municipality.pk]
        return reverse("choosing:ballot", args=[*where, step] if step else where)

    @property
    def fill_url(self) -> str:
        return self.url()

    @property
    def review_url(self) -> str:
        return self.url("nakijken")

    @property
    def voter(self) -> Any:
        return self.poll.voter(self.person.pk)

    @property
    def rests_on(self) -> str:
        return letters.rests_on(self.poll, self.voter) if self.voter else ""


@never_cache
@in_partnership(SEE, each=VOTE)
def ballot(
    request: HttpRequest, partnership: Partnership, pk: int, municipality: int, step: str = ""
) -> HttpResponse:
    """Signed in, for a municipality that one speaks for."""
    round = find(request, partnership, pk)
    poll = poll_of(round, municipality, timezone.localdate())
    if poll is None:
        raise Http404
    person = cast(Person, request.user)
    if not person.has_perm(VOTE, poll):
        raise PermissionDenied(_("De stem van een gemeente geeft haar schepen, of wie haar mandaat heeft."))
    return _step(request, Booth(poll, person), step)


@never_cache
@open_to_all(
    "the link of the mail is the right: made for one person, municipality and round, and over with the round"
)
def ballot_by_link(request: HttpRequest, token: str, step: str = "") -> HttpResponse:
    """Behind the button of a mail, without signing in. Opening it changes nothing."""
    try:
        opened = letters.open_link(token, "ballot")
    except links.Expired:
        return over(request, _("Deze link is te oud."), 410)
    except links.Invalid:
        return over(request, _("Deze link klopt niet. Open hem opnieuw vanuit de mail."), 404)
    with scope(partnership=opened.round.partnership):
        poll = poll_of(opened.round, opened.municipality.pk, timezone.localdate())
        if opened.round.is_running and (poll is None or not opened.person.has_perm(VOTE, poll)):
            return over(request, _("Je spreekt niet meer voor deze gemeente."), 403)
        if poll is None:
            return over(request, _("Deze ronde loopt niet meer."), 410)
        return _step(request, Booth(poll, opened.person, token), step)


def _step(request: HttpRequest, booth: Booth, step: str) -> HttpResponse:
    """The page of this step, or why there is none."""
    round = booth.poll.round
    if step not in STEPS:
        raise Http404
    if step == "bedankt":
        return render(request, "choosing/thanks.html", {"booth": booth, "round": round})
    if round.state != Round.State.OPEN or round.closes_on < timezone.localdate():
        return ended(request, round)
    return _review(request, booth) if step == "nakijken" else _fill(request, booth)


def ended(request: HttpRequest, round: Round) -> HttpResponse:
    """A ballot or a layout that cannot be given (any more): what happened, and where to read on."""
    status = 200 if round.state == Round.State.LAYOUT else 410
    context = {"round": round, "partnership": round.partnership, "today": timezone.localdate()}
    return render(request, "choosing/ended.html", context, status=status)


def _fill(request: HttpRequest, booth: Booth) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    paper = filling.paper_of(booth.poll, booth.person, data)
    if data is not None and paper.valid() and filling.keep_checks(paper):
        try:
            services.keep_draft(poll=booth.poll, draft=paper.draft, actor=booth.person)
            return redirect(booth.review_url)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
    context = {"booth": booth, "round": booth.poll.round, "paper": paper}
    return render(request, "choosing/ballot.html", context, status=422 if data is not None else 200)


def _review(request: HttpRequest, booth: Booth) -> HttpResponse:
    paper = filling.paper_of(booth.poll, booth.person)
    if paper.ballot is None or paper.ballot.draft is None:
        return redirect(booth.fill_url)
    look = filling.look_of(booth.poll, paper.ballot.draft)
    if request.method == "POST":
        try:
            services.hand_in(poll=booth.poll, said=look.said, actor=booth.person)
            return redirect(booth.url("bedankt"))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect(booth.fill_url)
    context = {"booth": booth, "round": booth.poll.round, "look": look, "before": paper.ballot.handed_in_at}
    return render(request, "choosing/review.html", context)


@never_cache
@in_partnership(NOTE)
def phone(request: HttpRequest, partnership: Partnership, pk: int, municipality: int) -> HttpResponse:
    """The coordinator notes what somebody says by phone, in that name; '?wie=7' says who."""
    round = find(request, partnership, pk)
    poll = poll_of(round, municipality, timezone.localdate())
    if poll is None:
        raise Http404
    if round.state != Round.State.OPEN:
        return redirect(round)
    wanted = request.GET.get("wie", "")
    people = [one.person for one in poll.voters]
    named = [one for one in people if str(one.pk) == wanted] or (people if len(people) == 1 else [])
    if not named:
        return render(
            request, "choosing/phone.html", {"partnership": partnership, "round": round, "poll": poll}
        )
    return _note(request, poll, named[0])


def _note(request: HttpRequest, poll: Poll, person: Person) -> HttpResponse:
    data, round, actor = request.POST if request.method == "POST" else None, poll.round, request.user
    paper = filling.paper_of(poll, person, data, noted_by=cast(Person, actor))
    if data is not None and paper.valid() and filling.keep_checks(paper):
        try:
            services.note_by_phone(poll=poll, person=person, said=paper.said, actor=cast(Person, actor))
            words = {"name": person}
            messages.success(request, _("Genoteerd. %(name)s krijgt een mail en kan het veranderen.") % words)
            return redirect(round)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
    context = {"booth": Booth(poll, person), "round": round, "paper": paper, "by_phone": True}
    return render(request, "choosing/ballot.html", context, status=422 if data is not None else 200)


def over(request: HttpRequest, why: str, status: int) -> HttpResponse:
    return render(request, "choosing/link_over.html", {"why": why}, status=status)
