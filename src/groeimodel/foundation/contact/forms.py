from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.partners.models import Partnership


class QuestionForm(forms.Form):
    text = forms.CharField(
        label=_("Wat wil je vragen?"), max_length=3000, widget=forms.Textarea(attrs={"rows": 5})
    )
    partnership = forms.ChoiceField(label=_("Over welke samenwerking gaat het?"))

    def __init__(self, data: Any = None, *, partnerships: Sequence[Partnership], slug: str = "") -> None:
        super().__init__(data)
        self.by_slug = {one.slug: one for one in partnerships}
        if len(self.by_slug) > 1:
            self.fields["partnership"].choices = [(key, one.name) for key, one in self.by_slug.items()]  # type: ignore[attr-defined]
            self.fields["partnership"].initial = slug
        else:
            del self.fields["partnership"]

    def chosen(self) -> Partnership:
        slug = self.cleaned_data.get("partnership") or next(iter(self.by_slug))
        return self.by_slug[slug]


class PassForm(forms.Form):
    to = forms.CharField(label=_("Aan wie geef je ze door?"), max_length=120)


class AnswerForm(forms.Form):
    text = forms.CharField(label=_("Je antwoord"), max_length=5000, widget=forms.Textarea(attrs={"rows": 6}))
