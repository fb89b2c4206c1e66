"""Seeds: taken down in one step on many pages, taken back with one button, and seen at the neighbours'."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.meadow.actions import selectors, services
from groeimodel.meadow.actions.forms import SeedForm
from groeimodel.meadow.actions.origins import Origin, origin_of
from groeimodel.meadow.actions.views.common import done, find, me, places, sent
from groeimodel.ui.messages import done as say_done


@in_partnership("actions.take_down")
def sow(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    """Where the one field of other pages is sent to; the page itself has the same field, and says what is wrong."""
    origin = origin_of(partnership, (request.POST or request.GET).get("origin", ""))
    plots = places(request, selectors.members_of(partnership), "actions.tend")
    form = SeedForm(sent(request), plots=plots, initial={"origin": origin.key if origin else ""})
    if request.method == "POST" and done(form, lambda: keep(request, partnership, form, origin)):
        return redirect(origin.path if origin else reverse("actions:meadow", args=[partnership.slug]))
    context = {"partnership": partnership, "form": form, "origin": origin}
    return render(request, "actions/sow.html", context, status=422 if form.errors else 200)


def keep(request: HttpRequest, partnership: Partnership, form: SeedForm, origin: Origin | None) -> None:
    seed = services.take_down_seed(
        partnership=partnership,
        title=form.cleaned_data["title"],
        on=timezone.localdate(),
        plot=form.cleaned_data["plot"],
        origin=origin,
        actor=me(request),
    )
    text = _("Zaadje genoteerd: ‘%(title)s’. Het staat op de bloemenweide.") % {"title": seed.title}
    say_done(request, text, undo=reverse("actions:take_back", args=[partnership.slug, seed.pk]))


@require_POST
@in_partnership("actions.say", each="actions.take_back")
def take_back(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Undo of noting a seed, by who did; back to where it fell."""
    found = find(request, partnership, pk)
    path = found.origin_path or reverse("actions:meadow", args=[partnership.slug])
    try:
        services.take_back(action=found, actor=me(request))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(found)
    messages.success(request, _("Het zaadje is weg."))
    return redirect(path)


@require_POST
@in_partnership("actions.take_down")
def try_too(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """One button at the neighbours': this could work for us."""
    found = find(request, partnership, pk)
    back = reverse("actions:neighbours", args=[partnership.slug])
    back += f"?perceel={found.plot.today}#actie-{pk}" if found.plot else ""
    try:
        plot = plot_of(request, partnership, request.POST.get("plot", ""))
        seed = services.try_too(action=found, plot=plot, actor=me(request))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(back)
    text = _("‘%(title)s’ ligt nu als zaadje op jullie perceel.") % {"title": seed.title}
    say_done(request, text, undo=reverse("actions:take_back", args=[partnership.slug, seed.pk]))
    return redirect(back)


def plot_of(request: HttpRequest, partnership: Partnership, key: str) -> Municipality:
    """The plot that was named, or the only one of the reader. Whether it is theirs is asked when it is sown.

    Raises:
        ValidationError: none was named, and there is more than one to choose from.
    """
    members = selectors.members_of(partnership)
    named = [one for one in members if str(one.pk) == key]
    own = places(request, members, "actions.tend")
    if not named and len(own) != 1:
        raise ValidationError(_("Kies op welk perceel het zaadje komt."))
    return (named or own)[0]
