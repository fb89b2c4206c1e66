# mypy: disable-error-code="type-arg"
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from groeimodel.meadow.actions.forms import RESULTS, ForPlace
from groeimodel.meadow.actions.models import ActionExpectation
from groeimodel.meadow.evaluation.models import Evaluation
from groeimodel.meadow.evaluation.services import Said

VERDICTS = {
    "again": _("Opnieuw zaaien: nog eens, zoals het was"),
    "specialise": _("Specialiseren: verder laten groeien, met extra voeding"),
    "shop": _("Naar de winkel: het wordt een vast aanbod"),
    "compost": _("Composteren: stoppen, en de les houden"),
}


class EvaluationForm(forms.ModelForm):
    """Everything may stay empty in a draft; what closing asks for is not said to be optional."""

    use_required_attribute = False
    ASKED = ("title", "learned", "result", "verdict", "reason")

    result = forms.TypedChoiceField(
        label=_("Hoe goed lukte het?"),
        choices=RESULTS,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    verdict = forms.ChoiceField(
        label=_("Hoe gaat het verder?"),
        choices=list(VERDICTS.items()),
        required=False,
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Evaluation
        fields = [
            "reach",
            "reach_source",
            "went_well",
            "title",
            "learned",
            "helps",
            "tags",
            "share",
            "result",
            "verdict",
            "reason",
            "feed",
        ]
        widgets = {
            "went_well": forms.Textarea(attrs={"rows": 3}),
            "learned": forms.Textarea(attrs={"rows": 3}),
            "reason": forms.Textarea(attrs={"rows": 2}),
            "feed": forms.Textarea(attrs={"rows": 2}),
        }
        help_texts = {
            "reach_source": _("Bijvoorbeeld: de deelnemerslijst."),
            "title": _("Bijvoorbeeld: laat jongeren eerst kiezen, dan pas de zaal."),
            "learned": _(
                "Wat deden jullie, wat gebeurde er, wat zouden jullie nu anders doen? Geen namen van jongeren."
            ),
            "helps": _("Bijvoorbeeld: als je voor het eerst over de gemeentegrens werkt."),
            "share": _("Zonder namen, voor alle samenwerkingen. Wie coördineert, leest ze eerst na."),
            "feed": _("Enkel bij specialiseren: kennis, mensen, materiaal of geld."),
        }

    def __init__(
        self, data: Any = None, *, words: Sequence[str] = (), picked: bool = False, **more: Any
    ) -> None:
        """`words` to tag with; what was `picked` already cannot go on the compost."""
        super().__init__(data, **more)
        hint = _("Enkele woorden, met komma's. Bijvoorbeeld: %(words)s.")
        self.fields["tags"].help_text = str(hint) % {"words": ", ".join(words[:6])}
        if picked:
            choices = [one for one in VERDICTS.items() if one[0] != Evaluation.Verdict.COMPOST]
            self.fields["verdict"].choices = choices  # type: ignore[attr-defined]
        self._ask(True)

    def full_clean(self) -> None:
        self._ask(False)
        super().full_clean()
        self._ask(True)

    def _ask(self, asked: bool) -> None:
        for name in self.ASKED:
            self.fields[name].required = asked

    @property
    def said(self) -> Said:
        return Said(**self.cleaned_data)


class LookBackForm(ForPlace):
    """What a partner says at the end; whether it came true is asked of who expected something."""

    came = forms.ChoiceField(
        label=_("Is dat uitgekomen?"),
        choices=ActionExpectation.Came.choices,
        required=False,
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label=_("Wat valt jullie op?"),
        max_length=240,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
