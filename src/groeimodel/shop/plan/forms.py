# mypy: disable-error-code="type-arg"
from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from groeimodel.formats.amounts import read_amount, write_amount
from groeimodel.meadow.actions.models import Action
from groeimodel.rules.plan import Cell
from groeimodel.shop.plan.cycles import CycleShown
from groeimodel.shop.plan.models import ActionPlan, Cycle, Estimate, Objective, Plan, PlanAction
from groeimodel.shop.plan.selectors import DIRECTIONS, NATURES, AnyRow
from groeimodel.shop.plan.services import ActionFields, Fields
from groeimodel.shop.sittings.models import Sitting

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def choose(form: forms.Form, name: str, rows: Iterable[Any], empty: Any = None) -> None:
    """Offer rows that were read already: no query for each choice."""
    known = {str(one.pk): one for one in rows}
    field = cast(forms.TypedChoiceField, form.fields[name])
    field.choices = [
        *([("", empty)] if empty is not None else []),
        *((key, str(one)) for key, one in known.items()),
    ]
    field.coerce, field.empty_value = known.__getitem__, None


class TitleForm(forms.Form):
    title = forms.CharField(label=_("Titel"), max_length=120)


class NewPlanForm(forms.Form):
    """Everything is filled in already: one tap is enough."""

    title = forms.CharField(label=_("Titel"), max_length=120)
    first_year = forms.IntegerField(
        label=_("Eerste jaar"),
        min_value=2000,
        max_value=2100,
        help_text=_("Een plan duurt zes jaar. De plannen van de gemeenten lopen van 2026 tot en met 2031."),
    )
    copy_of = forms.TypedChoiceField(
        label=_("Begin met de doelstellingen en acties van een vorig plan"),
        required=False,
        help_text=_("De bedragen gaan niet mee."),
    )

    def __init__(self, data: Any = None, *, plans: Sequence[Plan], first_year: int) -> None:
        super().__init__(data)
        choose(self, "copy_of", plans, _("Nee, met een leeg blad"))
        if not plans:
            del self.fields["copy_of"]
        self.fields["first_year"].initial = first_year
        self.fields["first_year"].localize = False
        self.fields["title"].initial = f"Meerjarenplan {first_year}-{first_year + 5}"


class RowForm(forms.Form):
    """One objective, action plan or action."""

    title = forms.CharField(label=_("Titel"), max_length=160)
    text = forms.CharField(
        label=_("In enkele zinnen"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    code = forms.CharField(
        label=_("Code"),
        required=False,
        max_length=20,
        help_text=_("Laat leeg en we kiezen het volgende nummer."),
    )
    under = forms.TypedChoiceField(label=_("Hoort bij"), required=False)
    priority = forms.BooleanField(
        label=_("Prioritair"),
        required=False,
        help_text=_("Hierover wil het bestuur apart verslag."),
    )
    policy_field = forms.RegexField(
        r"^\d{4}$",
        label=_("Beleidsveld"),
        required=False,
        help_text=_("Vier cijfers. 0750 is Jeugd."),
        error_messages={"invalid": _("Een beleidsveld heeft vier cijfers, zoals 0750.")},
    )
    report_code = forms.CharField(
        label=_("Deelrapportcode"),
        required=False,
        max_length=40,
        help_text=_("Een code die gemeenten in hun eigen plan bij hun acties kunnen zetten."),
    )
    action = forms.TypedChoiceField(label=_("Actie op de weide"), required=False)

    def __init__(
        self,
        data: Any = None,
        *,
        kind: type[AnyRow],
        row: AnyRow | None = None,
        places: Sequence[AnyRow] = (),
        actions: Sequence[Action] = (),
    ) -> None:
        """`row` is what is changed, `places` where it may go; a new row has neither."""
        super().__init__(data)
        self.kind = kind
        if kind is not PlanAction:
            for name in ("priority", "policy_field", "report_code", "action"):
                del self.fields[name]
        else:
            choose(self, "action", actions, _("Geen"))
            self.fields["policy_field"].initial = "0750"
        if places:
            choose(self, "under", places)
            self.fields["under"].required = True
        else:
            del self.fields["under"]
        if row is not None:
            self._from(row)

    def _from(self, row: AnyRow) -> None:
        parent = (
            row.objective_id
            if isinstance(row, ActionPlan)
            else row.action_plan_id
            if isinstance(row, PlanAction)
            else None
        )
        for name, field in self.fields.items():
            field.initial = (
                parent
                if name == "under"
                else getattr(row, "action_id", None)
                if name == "action"
                else getattr(row, name)
            )
        self.fields["code"].help_text = ""

    @property
    def fields_filled(self) -> Fields:
        found = self.cleaned_data
        return Fields(found["title"], found["text"], found["code"])

    @property
    def more(self) -> ActionFields | None:
        found = self.cleaned_data
        if self.kind is not PlanAction:
            return None
        return ActionFields(
            found["priority"], found["policy_field"] or "0750", found["report_code"], found["action"]
        )

    @property
    def under_row(self) -> Objective | ActionPlan | None:
        return cast("Objective | ActionPlan | None", self.cleaned_data.get("under"))


class AmountField(forms.CharField):
    """As people type it: 1.250,50."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def clean(self, value: Any) -> Decimal:
        try:
            return read_amount(str(value or ""))
        except ValueError as error:
            raise forms.ValidationError(
                _("‘%(text)s’ is geen bedrag. Schrijf het zoals 1.250,50."), params={"text": str(value)[:20]}
            ) from error


class EstimateForm(forms.Form):
    """All years, natures and directions of one action at once."""

    def __init__(self, data: Any = None, *, years: Iterable[int], amounts: dict[Cell, Decimal]) -> None:
        super().__init__(data)
        self.years = list(years)
        self.natures = dict(Estimate.Nature.choices)
        self.directions = dict(Estimate.Direction.choices)
        for nature in NATURES:
            for direction in DIRECTIONS:
                for year in self.years:
                    label = f"{year}, {self.natures[nature]}, {self.directions[direction]}"
                    field = AmountField(label=label, required=False)
                    field.initial = write_amount(amounts.get((year, nature, direction), Decimal(0)))
                    self.fields[f"{nature}-{direction}-{year}"] = field

    def rows(self) -> list[tuple[str, list[tuple[str, list[tuple[int, forms.BoundField]]]]]]:
        """By nature, then by direction, then by year."""
        return [
            (
                self.natures[nature],
                [
                    (
                        self.directions[direction],
                        [(year, self[f"{nature}-{direction}-{year}"]) for year in self.years],
                    )
                    for direction in DIRECTIONS
                ],
            )
            for nature in NATURES
        ]

    @property
    def problems(self) -> list[tuple[str, str]]:
        """Where, and what: all of them at once."""
        return [
            (str(self.fields[name].label if name in self.fields else gettext("Ramingen")), str(problem))
            for name, found in self.errors.items()
            for problem in found
        ]

    @property
    def cells(self) -> dict[Cell, Decimal]:
        found: dict[Cell, Decimal] = {}
        for name, amount in self.cleaned_data.items():
            nature, direction, year = name.split("-")
            if amount:
                found[int(year), nature, direction] = amount
        return found


class AdoptForm(forms.Form):
    """The coordinator writes down that it was adopted."""

    on = forms.DateField(label=_("Goedgekeurd op"), widget=DAY)
    decided_by = forms.CharField(
        label=_("Door"), max_length=120, required=False, help_text=_("Bijvoorbeeld: raad van bestuur.")
    )
    decision = forms.CharField(label=_("Nummer van het besluit"), max_length=40, required=False)

    def __init__(self, data: Any = None, *, today: date) -> None:
        super().__init__(data)
        self.fields["on"].initial = today


class LinkForm(forms.Form):
    """To which action of the joint plan, and whether they contradict each other."""

    action = forms.TypedChoiceField(label=_("Welke actie van het gezamenlijke plan?"))
    contradicts = forms.BooleanField(label=_("Deze twee spreken elkaar tegen"), required=False)
    why = forms.CharField(
        label=_("Wat spreekt elkaar tegen?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Alleen nodig als je dat aanduidde. Of schrijf kort waarom ze bij elkaar horen."),
    )

    def __init__(self, data: Any = None, *, actions: Sequence[PlanAction]) -> None:
        super().__init__(data)
        choose(self, "action", actions, _("Kies een actie"))

    def clean(self) -> None:
        super().clean()
        if self.cleaned_data.get("contradicts") and not self.cleaned_data.get("why", "").strip():
            self.add_error("why", gettext("Schrijf in één zin wat elkaar tegenspreekt."))


class CycleForm(forms.Form):
    title = forms.CharField(label=_("Naam"), max_length=80)
    starts = forms.DateField(label=_("Eerste dag"), widget=DAY)
    ends = forms.DateField(label=_("Laatste dag"), widget=DAY)
    status = forms.ChoiceField(label=_("Hoe zeker is dat?"), choices=Cycle.Status.choices)
    source = forms.CharField(
        label=_("Waar staat dat?"),
        max_length=300,
        required=False,
        help_text=_("Een besluit, een webadres of een document."),
    )

    def __init__(self, data: Any = None, *, shown: CycleShown | None = None) -> None:
        super().__init__(data)
        self.fields["status"].initial = Cycle.Status.TO_CONFIRM
        if shown is not None:
            for name in self.fields:
                self.fields[name].initial = getattr(shown, name)


class SittingForm(forms.Form):
    """On which sitting the plan is decided about."""

    sitting = forms.TypedChoiceField(label=_("Op welke zitting?"))
    text = forms.CharField(
        label=_("Voorstel van beslissing"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Vooraf ingevuld met wat er verandert. Pas het gerust aan."),
    )

    def __init__(self, data: Any = None, *, sittings: Sequence[Sitting], text: str) -> None:
        super().__init__(data)
        known = {str(one.pk): one for one in sittings}
        field = cast(forms.TypedChoiceField, self.fields["sitting"])
        field.choices = [
            (key, f"{one.organ}, {date_format(localtime(one.starts), 'j F Y H:i')}")
            for key, one in known.items()
        ]
        field.coerce = known.__getitem__
        self.fields["text"].initial = text
