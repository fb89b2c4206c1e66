# mypy: disable-error-code="type-arg"
from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.actions.models import Action, ActionExpectation, Participation
from groeimodel.meadow.actions.services import Bounds, Plan, Share

DAY = {"type": "date"}
SHARED = ("samen", _("De gezamenlijke weide"))
RESULTS = [(90, _("Heel goed")), (70, _("Goed")), (50, _("Deels")), (30, _("Weinig")), (10, _("Niet"))]
"""How far it bloomed, as a word for a figure of 0 to 100."""


def euro_field(label: Any, help_text: Any = "", *, required: bool = False) -> forms.DecimalField:
    """A comma is what people type here."""
    return forms.DecimalField(
        label=label, help_text=help_text, required=required, localize=True, min_value=0, max_digits=10, decimal_places=2
    )  # fmt: skip


def hours_field(label: Any) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, required=False, localize=True, min_value=0, max_digits=6, decimal_places=1
    )


def day_field(label: Any, *, required: bool = False) -> forms.DateField:
    return forms.DateField(
        label=label, required=required, widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d")
    )


def why_field(label: Any, help_text: Any, *, required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=300, required=required, help_text=help_text, widget=forms.Textarea(attrs={"rows": 2})
    )  # fmt: skip


def species_field(*, required: bool = True) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Welke soort actie is het?"),
        choices=[(one.value, str(one.label).capitalize()) for one in Action.Species],
        widget=forms.RadioSelect,
        required=required,
    )


class OnGround(forms.Form):
    """Where it stands: on the shared meadow, or on a plot that the reader may plant."""

    plot = forms.TypedChoiceField(label=_("Waar?"), required=False)

    def __init__(self, data: Any = None, *, plots: Sequence[Municipality], **more: Any) -> None:
        super().__init__(data, **more)
        known: dict[str, Municipality | None] = {SHARED[0]: None} | {str(one.pk): one for one in plots}
        field = cast(forms.TypedChoiceField, self.fields["plot"])
        field.choices = [SHARED, *((str(one.pk), _("Het perceel van %s") % one.name) for one in plots)]
        field.coerce, field.empty_value = known.__getitem__, None


class SeedForm(OnGround):
    """One field; where it falls need not be said."""

    title = forms.CharField(
        label=_("Welk idee?"), max_length=120, help_text=_("Eén zin volstaat. Uitwerken kan later.")
    )
    origin = forms.CharField(required=False, max_length=80, widget=forms.HiddenInput())


class ByGardener(forms.Form):
    """Who tends it."""

    gardener = forms.TypedChoiceField(label=_("Wie trekt het?"), required=False)

    def __init__(self, data: Any = None, *, gardeners: Sequence[Person], **more: Any) -> None:
        super().__init__(data, **more)
        known = {str(one.pk): one for one in gardeners}
        field = cast(forms.TypedChoiceField, self.fields["gardener"])
        field.choices = [("", _("Nog niemand")), *((key, str(one)) for key, one in known.items())]
        field.coerce, field.empty_value = known.__getitem__, None


class WorkOutForm(ByGardener):
    """A seed sprouts: five fields, of which two must be filled in."""

    species = species_field()
    reason = why_field(
        _("Waarom groeit dit verder?"), _("Bijvoorbeeld: drie gemeenten hebben er vraag naar.")
    )
    estimate = euro_field(_("Wat kost het ongeveer?"), _("In euro. Mag je nog niet weten."))
    estimate_hours = hours_field(_("Hoeveel uren vraagt het ongeveer?"))
    field_order = ["species", "gardener", "reason", "estimate", "estimate_hours"]


class PlanForm(OnGround, ByGardener):
    """Everything that is known of an action that is not over."""

    title = forms.CharField(label=_("Naam van de actie"), max_length=120)
    text = forms.CharField(
        label=_("In enkele zinnen"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    species = species_field(required=False)
    starts = day_field(_("Begint"))
    ends = day_field(_("Eindigt"))
    estimate = euro_field(_("Raming in euro"))
    estimate_hours = hours_field(_("Raming in uren"))
    field_order = [
        "title", "text", "species", "plot", "gardener", "starts", "ends", "estimate", "estimate_hours"
    ]  # fmt: skip

    def __init__(self, data: Any = None, *, stage: str, decided: bool, **more: Any) -> None:
        super().__init__(data, **more)
        if stage == Action.Stage.FLOWER:
            del self.fields["starts"], self.fields["ends"]
        if stage == Action.Stage.FLOWER or decided:
            del self.fields["plot"]

    def plan(self, action: Action) -> Plan:
        """What is not asked stays as it is."""
        kept = {name: getattr(action, name) for name in ("starts", "ends", "plot") if name not in self.fields}
        return Plan(**kept, **self.cleaned_data)


class StartForm(ByGardener):
    """A seedling becomes a running action."""

    starts = day_field(_("Begint"), required=True)
    ends = day_field(_("Eindigt"), required=True)
    budget = euro_field(_("Budget"), _("In euro."))
    reason = why_field(_("Waarom nu?"), _("Eén zin. Mag leeg blijven."), required=False)
    field_order = ["gardener", "starts", "ends", "budget", "reason"]

    def __init__(self, data: Any = None, *, granted: Decimal | None, **more: Any) -> None:
        """`granted` is what a joint decision gave: then no budget is asked."""
        super().__init__(data, **more)
        self.fields["gardener"].required = True
        if granted is not None:
            del self.fields["budget"]

    @property
    def bounds(self) -> Bounds:
        given = self.cleaned_data
        return Bounds(given["starts"], given["ends"], given.get("budget"))


class PickForm(forms.Form):
    """What came of it."""

    result = forms.TypedChoiceField(
        label=_("Hoe goed lukte het?"), choices=RESULTS, coerce=int, widget=forms.RadioSelect
    )
    reason = why_field(
        _("Wat kwam ervan?"), _("Concreet. Bijvoorbeeld: 64 kinderen uit vier gemeenten op kamp.")
    )


class CompostForm(forms.Form):
    lesson = forms.CharField(
        label=_("Wat leerden jullie?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Waarom stopt het, en wat zouden jullie anders doen? Schrijf geen namen van jongeren."),
    )


class ShareRow(forms.Form):
    """One municipality: does it take part, with how much, with what?"""

    joins = forms.BooleanField(required=False)
    amount = euro_field(_("Euro"))
    in_kind = forms.CharField(label=_("In natura: zaal, mensen, materiaal"), max_length=160, required=False)

    def __init__(
        self,
        data: Any = None,
        *,
        municipality: Municipality,
        row: Participation | None,
        decided: bool,
    ) -> None:
        now: dict[str, Any] = (
            {} if row is None else {"joins": True, "amount": row.amount, "in_kind": row.in_kind}
        )
        super().__init__(data, prefix=f"g{municipality.pk}", initial=now)
        self.municipality, self.row = municipality, row
        for name, label in (("amount", _("Euro van %s")), ("in_kind", _("In natura van %s"))):
            self.fields[name].widget.attrs["aria-label"] = label % municipality.name
        self.fields["joins"].label = municipality.name
        if decided:
            del self.fields["amount"]

    def share(self) -> Share | None:
        """None: it takes no part. Whoever puts something in takes part, also without the mark."""
        given = self.cleaned_data
        amount = given["amount"] if "amount" in self.fields else (self.row.amount if self.row else None)
        if not given["joins"] and not given["in_kind"].strip() and not given.get("amount"):
            return None
        return Share(self.municipality, amount, given["in_kind"])


class ForPlace(forms.Form):
    """For which municipality; not asked where there is but one."""

    municipality = forms.TypedChoiceField(label="Voor welke gemeente?")

    def __init__(self, data: Any = None, *, places: Sequence[Municipality]) -> None:
        super().__init__(data)
        known = {str(one.pk): one for one in places}
        field = cast(forms.TypedChoiceField, self.fields["municipality"])
        field.choices = [(key, one.name) for key, one in known.items()]
        field.coerce = known.__getitem__
        if len(places) == 1:
            field.widget, field.initial = forms.HiddenInput(), places[0].pk


class InKindForm(ForPlace):
    in_kind = forms.CharField(
        label=_("Wat brengen jullie in natura in?"),
        max_length=160,
        help_text=_("Bijvoorbeeld: onze zaal op zaterdag, of twee animatoren."),
    )


class ExpectForm(ForPlace):
    text = forms.CharField(
        label="Wat verwachten jullie ervan?",
        max_length=240,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Concreet. Bijvoorbeeld: tien jongeren van bij ons doen mee.",
    )


class LookBackForm(ForPlace):
    came = forms.ChoiceField(
        label="Is dat uitgekomen?", choices=ActionExpectation.Came.choices, widget=forms.RadioSelect
    )
    text = forms.CharField(label="Wat valt je op?", max_length=240, required=False)
