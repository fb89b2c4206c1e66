"""Inviting somebody for a part beside the seats, keeping invitations, and accepting one."""

from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from django_scopes import scope

from groeimodel.foundation import links
from groeimodel.foundation.doors import open_to_all
from groeimodel.foundation.members import letters, selectors, services
from groeimodel.foundation.members.forms import InviteForm, OtherPartForm, WelcomeForm
from groeimodel.foundation.members.models import Invitation
from groeimodel.foundation.members.views.people import taken_in_words
from groeimodel.foundation.partners.models import Membership, Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.partners.services import SeatTaken
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.signin.services import sign_in


@in_partnership("partners.invite_other")
def invite(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """A coordinator, supporter or guest."""
    steering = request.user.has_perm("partners.appoint", partnership)
    roles = ["coordinator", "supporter", "guest"] if steering else ["guest"]
    form = OtherPartForm(request.POST or None, roles=roles)
    if request.method == "POST" and form.is_valid():
        try:
            invitee = form.invitee(form.cleaned_data["role"])
            services.invite(partnership=partnership, invitee=invitee, actor=cast(Person, request.user))
            return sent(request, partnership, invitee.email)
        except ValidationError as error:
            form.add_error(None, error.messages)
    context = {"partnership": partnership, "form": form}
    return render(request, "members/invite.html", context, status=422 if form.errors else 200)


def sent(request: HttpRequest, partnership: Partnership, email: str) -> HttpResponse:
    messages.success(request, _("Uitgenodigd. De mail is onderweg naar %(email)s.") % {"email": email})
    return redirect("members:list", partnership.slug)


@in_partnership("partners.see_inside", each="partners.invite")
def invite_ambassador(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Another member of the college with an eye for it (claim W20)."""
    membership = get_object_or_404(
        Membership.objects.select_related("municipality", "partnership"),
        pk=pk,
        partnership=partnership,
        ends=None,
    )
    if not request.user.has_perm("partners.invite", membership):
        raise PermissionDenied(_("Je nodigt enkel iemand uit voor je eigen gemeente."))
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        invitee = form.invitee(Invitation.Role.AMBASSADOR, membership.municipality)
        services.invite(partnership=partnership, invitee=invitee, actor=cast(Person, request.user))
        return sent(request, partnership, invitee.email)
    context = {"partnership": partnership, "membership": membership, "form": form}
    return render(request, "members/invite_ambassador.html", context, status=422 if form.errors else 200)


def find(partnership: Partnership, pk: int) -> Invitation:
    return get_object_or_404(selectors.open_invitations(partnership), pk=pk)


@require_POST
@in_partnership("partners.see_inside", each="partners.invite")
def again(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    invitation = find(partnership, pk)
    try:
        services.send_again(invitation=invitation, actor=cast(Person, request.user))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("members:list", partnership.slug)
    return sent(request, partnership, invitation.email)


@require_POST
@in_partnership("partners.see_inside", each="partners.invite")
def withdraw(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    services.withdraw(invitation=find(partnership, pk), actor=cast(Person, request.user))
    messages.success(request, _("De uitnodiging is ingetrokken: de link werkt niet meer."))
    return redirect("members:list", partnership.slug)


@never_cache
@open_to_all("whoever has the link that was mailed to the invited person")
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """What the invitation is for; one button accepts it and signs in."""
    try:
        invitation = letters.open_link(token)
    except links.Expired:
        return over(request, _("Deze link is te oud. Vraag een nieuwe aan wie je uitnodigde."), 410)
    except links.Invalid:
        return over(
            request, _("Deze link klopt niet, of er is intussen een nieuwere mail. Open de laatste."), 404
        )
    with scope(partnership=invitation.partnership):
        if why := services.why_not(invitation):
            return over(request, why, 410)
        form = WelcomeForm(request.POST or None, invitation=invitation)
        if request.method == "POST" and form.is_valid():
            return come_in(request, invitation, form.cleaned_data["name"])
        context = {"invitation": invitation, "form": form, "known": known(invitation)}
        return render(request, "members/accept.html", context, status=422 if form.errors else 200)


def known(invitation: Invitation) -> Person | None:
    return Person.objects.filter(email__iexact=invitation.email, erased_at=None).first()


def come_in(request: HttpRequest, invitation: Invitation, name: str) -> HttpResponse:
    """Accept, sign in, and on to the page for newcomers."""
    try:
        person = services.accept(invitation=invitation, name=name)
    except SeatTaken as taken:
        return over(request, taken_in_words(taken), 409)
    except ValidationError as error:
        return over(request, " ".join(error.messages), 409)
    sign_in(request, person, how="invitation")
    messages.success(request, _("Welkom, %(name)s.") % {"name": person})
    return redirect("mine:newcomer", invitation.partnership.slug)


def over(request: HttpRequest, why: str, status: int) -> HttpResponse:
    return render(request, "members/link_over.html", {"why": why}, status=status)
