# mypy: disable-error-code="type-arg"
"""Forms of money: a comma is what people type here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from groeimodel.meadow.tending.forms import day_field, figure_field
from groeimodel.shop.money.models import Post
from groeimodel.shop.money.services.budget import Line
from groeimodel.shop.plan.models import PlanAction

EXPENSE, RECEIPT = Post.Direction.EXPENSE, Post.Direction.RECEIPT
KINDS = [
    (_("Uitgaven"), [(f"{EXPENSE}:{kind.value}", kind.label) for kind in Post.EXPENSES]),
    (_("Ontvangsten"), [(f"{RECEIPT}:{kind.value}", kind.label) for kind in Post.RECEIPTS]),
]


def amount_of(label: Any, *, least: Decimal = Decimal("0.01"), **more: Any) -> forms.DecimalField:
    return figure_field(label, places=2, digits=14, min_value=least, **more)


class NothingForm(forms.Form):
    """A button; holds what the service refuses."""

    sure = forms.CharField(required=False, widget=forms.HiddenInput())


class YearForm(forms.Form):
    year = forms.IntegerField(label=_("Welk jaar?"), min_value=2000, max_value=2100)


class PostForm(forms.Form):
    kind = forms.ChoiceField(label=_("Wat is het?"), choices=KINDS)
    title = forms.CharField(label=_("Naam van de post"), max_length=120)
    budget = amount_of(_("Budget voor dit jaar, in euro"), least=Decimal(0))
    nature = forms.ChoiceField(
        label=_("Aard"),
        choices=Post.Nature.choices,
        initial=Post.Nature.EXPLOITATION,
        help_text=_("Dagelijkse werking is exploitatie. Iets dat jaren meegaat, is een investering."),
    )
    plan_action = forms.ModelChoiceField(
        PlanAction.objects.none(),
        label=_("Actie van het meerjarenplan"),
        required=False,
        empty_label=_("geen"),
    )

    def __init__(self, data: Any = None, *, actions: Any, post: Post | None = None) -> None:
        first = (
            {
                "kind": f"{post.direction}:{post.kind}",
                "title": post.title,
                "budget": post.budget,
                "nature": post.nature,
                "plan_action": post.plan_action_id,
            }
            if post
            else {}
        )
        super().__init__(data, initial=first)
        self.fields["plan_action"].queryset = actions  # type: ignore[attr-defined]

    def line(self) -> Line:
        said = self.cleaned_data
        direction, _colon, kind = said["kind"].partition(":")
        return Line(direction, kind, said["title"], said["budget"], said["nature"], said["plan_action"])


class PostingForm(forms.Form):
    post = forms.ChoiceField(label=_("Op welke post?"))
    day = day_field(_("Welke dag?"))
    amount = amount_of(_("Bedrag in euro"))
    text = forms.CharField(label=_("Waarvoor?"), max_length=200)
    party = forms.CharField(
        label=_("Aan wie of van wie?"),
        max_length=120,
        required=False,
        help_text=_("Een zaak, een dienst of een gemeente."),
    )

    def __init__(self, data: Any = None, *, posts: Sequence[Post], year: int, today: date) -> None:
        super().__init__(data)
        self.known, self.year = {str(one.pk): one for one in posts}, year
        groups = [
            (label, [(str(one.pk), one.title) for one in posts if one.direction == direction])
            for direction, label in ((EXPENSE, _("Uitgaven")), (RECEIPT, _("Ontvangsten")))
        ]
        self.fields["post"].choices = [group for group in groups if group[1]]  # type: ignore[attr-defined]
        self.fields["day"].initial = today if today.year == year else date(year, 12, 31)

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day.year != self.year:
            raise forms.ValidationError(_("Kies een dag in %(year)s.") % {"year": self.year})
        return day

    def said(self) -> dict[str, Any]:
        said = dict(self.cleaned_data)
        said["post"] = self.known[said["post"]]
        return said


class ReasonForm(forms.Form):
    why = forms.CharField(label=_("Waarom zet je ze recht?"), max_length=200)


class CallForm(forms.Form):
    """Beside it, the key is chosen with the weights of the simulator."""

    title = forms.CharField(label=_("Waarvoor?"), max_length=120, initial=_("Bijdrage"))
    due_on = day_field(_("Betalen tegen"))


class SimulatorForm(forms.Form):
    total = amount_of(_("Welk bedrag verdelen jullie, in euro?"))
    equal = forms.IntegerField(label=_("gelijk voor iedereen"), min_value=0, max_value=100, required=False)
    inhabitants = forms.IntegerField(label=_("per inwoner"), min_value=0, max_value=100, required=False)
    under_25 = forms.IntegerField(label=_("per jongere"), min_value=0, max_value=100, required=False)
    participation = forms.IntegerField(
        label=_("per actie waar een gemeente aan meedoet"), min_value=0, max_value=100, required=False
    )

    def weights(self) -> dict[str, int]:
        names = ("equal", "inhabitants", "under_25", "participation")
        return {name: self.cleaned_data.get(name) or 0 for name in names}


class CommitmentForm(forms.Form):
    municipality = forms.ChoiceField(label=_("Welke gemeente?"))
    starts = day_field(_("Van"))
    ends = day_field(_("Tot en met"))
    yearly = amount_of(_("Per jaar, in euro"), least=Decimal(0))
    basis = forms.CharField(
        label=_("Waar staat het?"), max_length=200, required=False, help_text=_("De gemeenteraad van ...")
    )

    def __init__(self, data: Any = None, *, places: Sequence[Any]) -> None:
        super().__init__(data)
        self.known = {str(one.pk): one for one in places}
        self.fields["municipality"].choices = [(key, str(one)) for key, one in self.known.items()]  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        said = dict(self.cleaned_data)
        said["municipality"] = self.known[said["municipality"]]
        return said
