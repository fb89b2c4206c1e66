from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groeimodel.content.nutrients import nutrients
from groeimodel.soil.questions.models import Question
from groeimodel.soil.questions.services import Call


class QuestionForm(forms.Form):
    """Two fields; the rest may be left as it is."""

    title = forms.CharField(
        label=gettext_lazy("Wat wil je weten?"),
        max_length=160,
        help_text=gettext_lazy("Eén zin. Bijvoorbeeld: wie heeft afspraken over het einduur van een fuif?"),
    )
    more = forms.CharField(
        label=gettext_lazy("Vertel er iets meer bij"),
        max_length=3000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "Wat probeerde je al? Tegen wanneer heb je het nodig? Noem geen kinderen of jongeren bij naam."
        ),
    )
    area = forms.ChoiceField(label=gettext_lazy("Waarover gaat het?"), required=False)
    everybody = forms.BooleanField(label=gettext_lazy("Vraag het aan de hele groep"), required=False)
    opened = forms.BooleanField(
        label=gettext_lazy("Ook andere samenwerkingen mogen antwoorden"), required=False
    )
    named = forms.BooleanField(label=gettext_lazy("Toon hen ook mijn naam"), required=False)

    def __init__(self, data: Any = None, *, of: Question | None = None, area: str = "") -> None:
        """`area` is the one that the link to the form named."""
        names = ("title", "more", "area", "everybody", "opened", "named")
        super().__init__(data, initial={name: getattr(of, name) for name in names} if of else {"area": area})
        field = cast(forms.ChoiceField, self.fields["area"])
        guessed = _("Laat het raden uit mijn woorden")
        field.choices = [("", guessed), *((one.id, one.name) for one in nutrients())]

    def call(self) -> Call:
        return Call(**self.cleaned_data)


class AnswerForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("Je antwoord"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy("Twee zinnen zijn al genoeg. Een naam van een collega of een link helpt ook."),
    )
