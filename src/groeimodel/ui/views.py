from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from groeimodel.ui.doors import open_to_all

SWATCHES = (
    ("paper", "papier"), ("surface", "vlak"), ("surface-sunk", "verzonken vlak"), ("ink", "inkt"),
    ("ink-soft", "zachte inkt"), ("accent", "accent"), ("accent-soft", "zacht accent"), ("soil", "potgrond"),
    ("meadow", "bloemenweide"), ("shop", "bloemenwinkel"), ("alderman", "schepen"), ("officer", "ambtenaar"),
    ("warn", "let op"), ("bad", "fout"), ("poppy", "klaproos"), ("cornflower", "korenbloem"),
    ("sunflower", "zonnebloem"), ("mallow", "malve"), ("daisy", "madelief"), ("water", "water"),
)  # fmt: skip


class SampleForm(forms.Form):
    """Shows every kind of field on the style page; it is never sent."""

    name = forms.CharField(label="Naam van de actie", help_text="Kort: zoals je ze in een zin zou noemen.")
    budget = forms.IntegerField(label="Budget in euro", required=False)
    text = forms.CharField(label="Wat gebruik je nu lokaal?", widget=forms.Textarea(attrs={"rows": 3}))


@open_to_all("shows how the pages are made")
def style(request: HttpRequest) -> HttpResponse:
    """The living style page: every token and component, as the pages use them."""
    context: dict[str, Any] = {
        "swatches": SWATCHES,
        "form": SampleForm(),
        "bad_form": SampleForm({"name": "", "text": ""}),
    }
    return render(request, "ui/style.html", context)
