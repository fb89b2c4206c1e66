# mypy: disable-error-code="type-arg"
"""Forms of money: a comma is what people type here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.partners.models import Municipality
from groeimodel.meadow.tending.forms import day_field, figure_field
from groeimodel.shop.money.models import Change, Function, Post
from groeimodel.shop.money.selectors import Owed
from groeimodel.shop.money.services.budget import Line
from groeimodel.shop.plan.models import PlanAction
from groeimodel.shop.sittings.models import Sitting

EXPENSE, RECEIPT = Post.Direction.EXPENSE, Post.Direction.RECEIPT
KINDS = [
    (_("Uitgaven"), [(f"{EXPENSE}:{kind.value}", kind.label) for kind in Post.EXPENSES]),
    (_("Ontvangsten"), [(f"{RECEIPT}:{kind.value}", kind.label) for kind in Post.RECEIPTS]),
]


def amount_of(label: Any, *, least: Decimal = Decimal("0.01"), **more: Any) -> forms.DecimalField:
    return figure_field(label, places=2, digits=14, min_value=least, **more)


NOBODY = "-"
"""In a list of functions or municipalities: none of them."""


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

    contribution = forms.ChoiceField(
        label=_("Betaalt dit een bijdrage?"),
        required=False,
        help_text=_("Kies dan ook een post voor bijdragen."),
    )

    def __init__(
        self, data: Any = None, *, posts: Sequence[Post], owed: Sequence[Owed], year: int, today: date
    ) -> None:
        super().__init__(data)
        self.owed = {str(one.contribution.pk): one.contribution for one in owed}
        choices = [("", _("nee")), *((str(one.contribution.pk), str(one)) for one in owed)]
        self.fields["contribution"].choices = choices  # type: ignore[attr-defined]
        if not owed:
            del self.fields["contribution"]
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
        said["contribution"] = self.owed.get(said.get("contribution", ""))
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


class SittingForm(forms.Form):
    chosen = forms.ChoiceField(label=_("Op welke zitting?"))

    def __init__(self, data: Any = None, *, sittings: Sequence[Sitting]) -> None:
        super().__init__(data)
        self.known = {str(one.pk): one for one in sittings}
        self.fields["chosen"].choices = [(key, str(one)) for key, one in self.known.items()]  # type: ignore[attr-defined]

    def sitting(self) -> Sitting:
        return self.known[self.cleaned_data["chosen"]]


class WhatIfForm(forms.Form):
    kind = forms.ChoiceField(label=_("Wat zou er gebeuren?"), choices=Change.Kind.choices)
    municipality = forms.CharField(
        label=_("Welke gemeente?"), widget=forms.TextInput(attrs={"list": "gemeenten", "autocomplete": "off"})
    )
    on = day_field(_("Vanaf welke dag, of tot en met welke?"))

    def __init__(
        self,
        data: Any = None,
        *,
        members: Sequence[Municipality],
        others: Sequence[Municipality],
        today: date,
    ) -> None:
        super().__init__(data, initial={"on": date(today.year, 12, 31), "kind": Change.Kind.LEAVING})
        self.members, self.others = members, others

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        typed = str(said.get("municipality", "")).strip().casefold()
        joins = said.get("kind") == Change.Kind.JOINING
        among = {one.name.casefold(): one for one in (self.others if joins else self.members)}
        if typed and typed not in among:
            words = (
                _("Er is geen gemeente met die naam die nog geen partner is.")
                if joins
                else _("Geen partner heet zo: %(names)s.")
                % {"names": ", ".join(one.name for one in self.members)}
            )
            self.add_error("municipality", words)
        elif typed:
            said["municipality"] = among[typed]
        return said

    def said(self) -> tuple[Municipality, str, date]:
        return self.cleaned_data["municipality"], self.cleaned_data["kind"], self.cleaned_data["on"]


class FunctionForm(forms.Form):
    title = forms.CharField(
        label=_("Welke functie?"), max_length=120, help_text=_("Coördinator, jeugdwerker. Geen namen.")
    )
    employer = forms.ChoiceField(label=_("Wie is werkgever?"))
    hours = figure_field(_("Uren per week"), places=2, digits=5, min_value=0)
    yearly = amount_of(_("Kost per jaar, in euro"), least=Decimal(0))
    starts = day_field(_("Vanaf"))
    ends = day_field(_("Tot en met"), required=False)

    def __init__(self, data: Any = None, *, places: Sequence[Municipality]) -> None:
        super().__init__(data)
        self.known = {str(one.pk): one for one in places}
        self.fields["employer"].choices = [  # type: ignore[attr-defined]
            (NOBODY, _("de samenwerking zelf")),
            *((key, one.name) for key, one in self.known.items()),
        ]

    def said(self) -> dict[str, Any]:
        said = dict(self.cleaned_data)
        said["employer"] = self.known.get(said["employer"])
        return said


class MonthForm(forms.Form):
    """Hours of a month: of a function, or of volunteers together."""

    who = forms.ChoiceField(label=_("Van wie?"))
    month = forms.DateField(
        label=_("Welke maand?"),
        help_text=_("Jaar en maand, zoals 2026-03."),
        widget=forms.DateInput(attrs={"type": "month"}, format="%Y-%m"),
        input_formats=["%Y-%m"],
    )
    hours = figure_field(_("Hoeveel uren?"), places=2, digits=8, min_value=0)
    people = forms.IntegerField(label=_("Hoeveel vrijwilligers?"), min_value=0, required=False)

    def __init__(self, data: Any = None, *, functions: Sequence[Function], today: date) -> None:
        super().__init__(data)
        self.known = {str(one.pk): one for one in functions}
        self.fields["who"].choices = [  # type: ignore[attr-defined]
            (NOBODY, _("vrijwilligers, samen")),
            *((key, one.title) for key, one in self.known.items()),
        ]
        self.fields["month"].initial = today.replace(day=1)

    def said(self) -> dict[str, Any]:
        said = dict(self.cleaned_data)
        return {
            "function": self.known.get(said["who"]),
            "month": said["month"],
            "hours": said["hours"],
            "people": said["people"] or 0,
        }
