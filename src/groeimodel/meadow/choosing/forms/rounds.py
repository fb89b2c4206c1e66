# mypy: disable-error-code="type-arg"
"""The one page on which a round is prepared: defaults for everything, all problems at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import lazy
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.partners.models import Municipality
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.choosing.covering import euro
from groeimodel.meadow.choosing.models import Round
from groeimodel.meadow.choosing.selectors import Pickable
from groeimodel.meadow.choosing.services import Plan

WEEKS = timedelta(weeks=3)
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
EURO: dict[str, Any] = {"min_value": 0, "max_digits": 10, "decimal_places": 2}
_both = lazy(format_html, str)


def told(label: Any, more: Any) -> Any:
    """An option with a sentence that says what it means."""
    return _both('<strong>{}</strong> <span class="option__more">{}</span>', label, more)


def _priced(action: Action) -> Any:
    return _both(
        "{}{}",
        action.title,
        format_html(' <span class="option__cost">€&nbsp;{}</span>', euro(action.estimate)),
    )


MONEY = [
    (
        Round.Money.COMMON,
        told(
            _("Eén gezamenlijke pot"),
            _("Het geld ligt samen. Wat jullie kiezen, betaalt de pot; wie meer inlegt, weegt meer."),
        ),
    ),
    (
        Round.Money.OWN,
        told(
            _("Eigen inleg"),
            _(
                "Elke gemeente betaalt enkel voor wat ze zelf koos, en nooit meer dan ze inlegt. De rest gaat terug."
            ),
        ),
    ),
]
KEYS = [
    (Round.Key.EQUAL, _("Iedereen evenveel")),
    (Round.Key.INHABITANTS, _("Per inwoner")),
    (Round.Key.UNDER_25, _("Per inwoner jonger dan 25")),
    (Round.Key.FIXED, _("Een vast deel, en de rest per inwoner")),
    (Round.Key.TABLE, _("Een eigen tabel")),
]
RULES = [
    (
        Round.Rule.EQUAL_SHARES,
        told(
            _("Gelijke delen"),
            _(
                "Elke gemeente heeft een deel van het budget, volgens haar inleg. Wie een voorstel steunt, betaalt het "
                "samen; het voordeligste gaat eerst. Zo krijgt ook een kleine groep iets."
            ),
        ),
    ),
    (
        Round.Rule.GREEDY,
        told(
            _("Meeste steun eerst"),
            _(
                "Wat het meeste steun heeft voor zijn geld, gaat eerst. Eenvoudig, maar wie met weinig is, krijgt soms niets."
            ),
        ),
    ),
    (
        Round.Rule.PHRAGMEN,
        told(
            _("Om de beurt sparen"),
            _(
                "Iedereen spaart even snel. Zodra wie een voorstel steunt het samen kan betalen, is het gekozen."
            ),
        ),
    ),
    (
        Round.Rule.CONSENT,
        told(
            _("Iedereen akkoord"),
            _("Enkel wat elke gemeente steunt, gaat door. Goed om samen over één actie te beslissen."),
        ),
    ),
]
COMPLETIONS = [
    (
        Round.Completion.GREEDY,
        told(
            _("Naar de meeste steun"),
            _(
                "Wat over is, gaat naar wat de meeste steun heeft en nog past. Zo blijft niets liggen dat betaald kan worden."
            ),
        ),
    ),
    (
        Round.Completion.ADD1_EXHAUSTIVE,
        told(
            _("Ieders deel groeit mee"),
            _(
                "Alle delen samen worden een euro groter, telkens opnieuw, tot niets meer past of tot de keuze over het "
                "budget zou gaan. Eerlijker verdeeld, maar er kan meer over blijven."
            ),
        ),
    ),
    (
        Round.Completion.ADD1,
        told(
            _("Ieders deel groeit mee, zo ver het kan"),
            _("Zoals hierboven, maar het gaat door zolang de keuze in het budget past."),
        ),
    ),
    (Round.Completion.NONE, told(_("Niets"), _("Wat over is, blijft in de pot."))),
]
MARKS = [
    (Round.Marks.POINTS, told(_("Punten van 0 tot 5"), _("Zo zeg je hoe graag je iets wilt."))),
    (
        Round.Marks.APPROVAL,
        told(_("Ja of nee"), _("Je duidt aan wat je steunt. Wat gekozen wordt, telt dan voor wat het kost.")),
    ),
]


class RoundForm(forms.Form):
    title = forms.CharField(label=_("Waarover kiezen jullie?"), max_length=120)
    why = forms.CharField(
        label=_("Waarom nu?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    actions = forms.TypedMultipleChoiceField(
        label=_("Uit welke voorstellen?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    money = forms.ChoiceField(label=_("Welk geld?"), choices=MONEY, widget=forms.RadioSelect)
    contributions = forms.DecimalField(
        label=_("Wat leggen de gemeenten samen in?"),
        required=False,
        help_text=_("In euro. Is er enkel een subsidie? Laat dit dan leeg."),
        **EURO,
    )
    key = forms.ChoiceField(label=_("Hoe verdelen jullie die inleg?"), choices=KEYS, widget=forms.RadioSelect)
    fixed_each = forms.DecimalField(label=_("Vast deel per gemeente, in euro"), required=False, **EURO)
    subsidy = forms.DecimalField(
        label=_("Subsidie erbovenop"), required=False, help_text=_("In euro."), **EURO
    )
    subsidy_by_key = forms.BooleanField(
        label=_("Verdeel de subsidie volgens dezelfde sleutel. Anders krijgt elke gemeente er evenveel van."),
        required=False,
    )
    rule = forms.ChoiceField(label=_("Hoe wordt er gekozen?"), choices=RULES, widget=forms.RadioSelect)
    completion = forms.ChoiceField(
        label=_("Wat met geld dat over is in de pot?"),
        choices=COMPLETIONS,
        widget=forms.RadioSelect,
        required=False,
    )
    marks = forms.ChoiceField(label=_("Hoe stem je?"), choices=MARKS, widget=forms.RadioSelect)
    closes_on = forms.DateField(label=_("Stemmen tot en met"), widget=DAY)
    asks_layout = forms.BooleanField(
        label=_("Vraag eerst aan de schepenen hoe het budget verdeeld wordt over soorten acties"),
        required=False,
    )
    layout_until = forms.DateField(label=_("Indeling tot en met"), widget=DAY, required=False)
    slack = forms.IntegerField(
        label=_("Hoeveel speling?"),
        min_value=0,
        max_value=100,
        required=False,
        help_text=_("In procentpunten boven het gemiddelde van de schepenen. 10 is meestal genoeg."),
    )
    takes_advice = forms.BooleanField(
        label=_("Vraag ook advies aan kinderen en jongeren, met een open link en een QR-code"), required=False
    )

    def __init__(
        self,
        data: Any = None,
        *,
        today: date,
        choice: Pickable,
        members: Sequence[Municipality],
        checker: Callable[[Plan], None],
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=defaults(today, choice.ready) | (initial or {}))
        self.today, self.members, self.checker, self.choice = today, members, checker, choice
        known = {str(one.pk): one for one in choice.ready}
        actions = cast(forms.TypedMultipleChoiceField, self.fields["actions"])
        actions.choices = [(key, _priced(one)) for key, one in known.items()]
        actions.coerce = known.__getitem__
        table = (initial or {}).get("table", {})
        for one in members:
            self.fields[f"table_{one.pk}"] = forms.DecimalField(
                label=one.name, required=False, initial=table.get(str(one.pk)), **EURO
            )

    @property
    def table_fields(self) -> list[Any]:
        return [self[f"table_{one.pk}"] for one in self.members]

    def clean(self) -> None:
        """What the fields do not see by themselves, said together with what they do."""
        super().clean()
        try:
            self.checker(self.plan())
        except ValidationError as error:
            for name, says in error.message_dict.items():
                field = {"table": f"table_{self.members[0].pk}" if self.members else None}.get(name, name)
                if field not in self.errors:
                    self.add_error(field if field in self.fields else None, [*says])

    def plan(self) -> Plan:
        """What was filled in, with defaults for what was left open or could not be read."""
        given: dict[str, Any] = {
            "title": "…",
            "closes_on": self.today + WEEKS,
            "actions": [],
            **{name: value for name, value in self.cleaned_data.items() if value not in (None, "")},
        }
        table = {one.pk: given.pop(f"table_{one.pk}", None) or Decimal(0) for one in self.members}
        return Plan(table=table, **given)


def defaults(today: date, ready: Sequence[Action]) -> dict[str, Any]:
    return {
        "money": Round.Money.COMMON,
        "key": Round.Key.EQUAL,
        "rule": Round.Rule.EQUAL_SHARES,
        "completion": Round.Completion.GREEDY,
        "marks": Round.Marks.POINTS,
        "closes_on": today + WEEKS,
        "slack": 10,
        "actions": [str(one.pk) for one in ready],
    }


def initial_of(round: Round) -> dict[str, Any]:
    """What a form starts from for a round that was prepared."""
    names = (
        *(
            "title",
            "why",
            "money",
            "contributions",
            "key",
            "fixed_each",
            "table",
            "subsidy",
            "subsidy_by_key",
        ),
        *("rule", "marks", "closes_on", "asks_layout", "layout_until", "slack", "takes_advice"),
    )
    found = {name: getattr(round, name) for name in names}
    if round.rule == Round.Rule.EQUAL_SHARES and round.is_common:
        found["completion"] = round.completion
    found["actions"] = [str(one) for one in round.proposals.values_list("action", flat=True)]
    return found


class LengthenForm(forms.Form):
    closes_on = forms.DateField(label=_("Stemmen tot en met"), widget=DAY)


class WithdrawForm(forms.Form):
    why = forms.CharField(
        label=_("Waarom trek je de ronde in?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Iedereen die gevraagd werd, krijgt dit te lezen."),
    )
