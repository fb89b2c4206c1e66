# mypy: disable-error-code="type-arg"
from __future__ import annotations

from typing import Any

from django import forms

from groeimodel.content.duo import duo as content
from groeimodel.gauge.duo.models import Pact
from groeimodel.gauge.duo.services import Said

MARKS = {str(n): n for n in range(1, 6)}


class PactForm(forms.ModelForm):
    class Meta:
        model = Pact
        fields = ["text", "who", "due"]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 2}),
            "who": forms.RadioSelect,
            "due": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["who"].initial = Pact.Who.BOTH


def said_in(data: Any) -> Said:
    """What was sent; what is no mark is left open."""
    topics = [one.id for one in content().topics]
    return Said(
        words={one.id: data.get(f"words-{one.id}", "").strip() for one in content().questions},
        importance={
            one: MARKS[mark] for one in topics if (mark := data.get(f"importance-{one}", "")) in MARKS
        },
        going={one: MARKS[mark] for one in topics if (mark := data.get(f"going-{one}", "")) in MARKS},
    )
