# mypy: disable-error-code="type-arg"
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from groeimodel.soil.lessons.models import Lesson
from groeimodel.soil.lessons.services import Learned


class LessonForm(forms.ModelForm):
    """What did you learn?"""

    class Meta:
        model = Lesson
        fields = ["title", "learned", "helps", "tags", "source", "source_path"]
        widgets = {"learned": forms.Textarea(attrs={"rows": 4}), "source_path": forms.HiddenInput}
        help_texts = {
            "title": _("Bijvoorbeeld: laat jongeren eerst, dan de buren."),
            "learned": _("Wat deden jullie, wat gebeurde er, wat zou je nu anders doen?"),
            "helps": _("Bijvoorbeeld: als je een nieuw speelterrein plant."),
            "source": _("Een ontmoeting of een thema. Dit blijft bij jullie."),
        }

    def __init__(self, data: Any = None, *, words: Sequence[str] = (), **more: Any) -> None:
        super().__init__(data, **more)
        hint = _("Enkele woorden, met komma's. Bijvoorbeeld: %(words)s.")
        self.fields["tags"].help_text = str(hint) % {"words": ", ".join(words)}

    def clean_source_path(self) -> str:
        path: str = self.cleaned_data["source_path"]
        inside = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
        return path if inside and path.isprintable() else ""

    def learned(self) -> Learned:
        return Learned(**self.cleaned_data)


class ShareForm(forms.Form):
    read = forms.BooleanField(
        label=_("Ik las dit na. Niemand kan eruit opmaken over wie of welke gemeente het gaat."),
        error_messages={"required": _("Lees het na en vink dit aan.")},
    )
