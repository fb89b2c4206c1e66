"""What people fill in around the statements."""

from typing import Any

from django import forms

from groeimodel import content
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.gauge.scan.models import Role, Round
from groeimodel.rules.growth.content import SEAT_ROLES


def form_choices() -> list[tuple[str, str]]:
    """The two forms, with as many statements as the content has."""
    statements = content.load().statements
    short = sum(one.short for one in statements)
    return [
        ("short", f"Kort: {short} stellingen, 5 minuten"),
        ("full", f"Volledig: {len(statements)} stellingen, 10 minuten"),
    ]


class StartForm(forms.Form):
    """A visitor alone: which form, which role."""

    role = forms.ChoiceField(label="Wat is je rol?", choices=Role.choices, widget=forms.RadioSelect)
    form = forms.ChoiceField(
        label="Hoeveel tijd heb je?", choices=form_choices, widget=forms.RadioSelect, initial="short"
    )
    aim = forms.ChoiceField(
        label="Welk model willen jullie zijn?",
        choices=[("", "Weet ik niet, of nog niet afgesproken"), *Partnership.Aim.choices],
        required=False,
    )

    def values(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {"role": data["role"], "short": data["form"] == "short", "aim": data["aim"]}


class JoinForm(forms.Form):
    """A participant of a round: which municipality. The role comes from the link."""

    municipality = forms.ModelChoiceField(
        label="Voor welke gemeente antwoord je?",
        queryset=Municipality.objects.none(),
        empty_label="Kies je gemeente",
    )

    def __init__(self, *args: Any, members: Any, role: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["municipality"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = members
        field.required = role in SEAT_ROLES
        if not field.required:
            field.empty_label = "Geen of allemaal"


class ViewsForm(forms.Form):
    """Needs, thresholds and opportunities, in own words (claim G2)."""

    needs = forms.CharField(
        label="Wat heb je nodig om goed mee te doen?",
        help_text="Bijvoorbeeld: een vast uur per week, of een korte mail na elke ontmoeting.",
        max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    thresholds = forms.CharField(
        label="Wat houdt je tegen?",
        help_text="Bijvoorbeeld: te veel vergaderingen, of te weinig steun in het college.",
        max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    opportunities = forms.CharField(
        label="Welke kans zie je?",
        help_text="Bijvoorbeeld: samen een fuifcoach, of van elkaars speelpleinen leren.",
        max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip


class RoundForm(forms.Form):
    """Open a round of a partnership."""

    title = forms.CharField(
        label="Naam van de ronde",
        max_length=80,
        help_text="Bijvoorbeeld: najaar 2026. Zo vind je ze later terug.",
    )
    form = forms.ChoiceField(
        label="Hoe uitgebreid?", choices=form_choices, widget=forms.RadioSelect, initial="full"
    )
    privacy = forms.ChoiceField(
        label="Wat mag het resultaat tonen?",
        choices=Round.Privacy.choices,
        widget=forms.RadioSelect,
        initial=Round.Privacy.OPEN,
        help_text="Wie meedoet, leest dit voor de eerste stelling. Je kunt het daarna niet meer veranderen.",
    )
    with_guesses = forms.BooleanField(
        label="Laat schepenen en ambtenaren ook raden wat de andere rol antwoordt (8 stellingen, 2 minuten)",
        required=False,
        initial=True,
    )

    def values(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "title": data["title"],
            "short": data["form"] == "short",
            "privacy": data["privacy"],
            "with_guesses": data["with_guesses"],
        }
