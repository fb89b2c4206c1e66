"""The form with the file."""

from django import forms
from django.utils.translation import gettext_lazy as _


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("Bestand"),
        help_text=_("Turtle (.ttl), of de uitkomst van de SPARQL-vraag in JSON (.json)."),
        widget=forms.FileInput(
            attrs={"accept": ".ttl,.json,.srj,text/turtle,application/sparql-results+json"}
        ),
    )
