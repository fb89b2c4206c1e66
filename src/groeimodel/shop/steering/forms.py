# mypy: disable-error-code="type-arg"
from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _

from groeimodel.content.steering import steering
from groeimodel.foundation.people.models import Person
from groeimodel.shop.sittings.models import Sitting
from groeimodel.shop.steering.mapping import Skill
from groeimodel.shop.steering.models import OwnCompetence
from groeimodel.shop.steering.services import Given

OTHER = ""


def day_input() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class MandateForm(forms.Form):
    """What, who, and until when."""

    topic = forms.ChoiceField(label="Waarover gaat het?", required=False)
    title = forms.CharField(
        label="Iets anders: wat?",
        max_length=160,
        required=False,
        help_text="Een plan, een aanbod, een orgaan of een eigen onderwerp. Enkel als je hierboven 'iets anders' koos.",
    )
    task = forms.CharField(
        label="Wat is de opdracht?",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="In één of twee zinnen. Wat mag iemand zelf beslissen?",
    )
    steers = forms.MultipleChoiceField(label="Wie stuurt?", widget=forms.CheckboxSelectMultiple)
    assists = forms.MultipleChoiceField(
        label="Wie helpt mee?", widget=forms.CheckboxSelectMultiple, required=False
    )
    follows = forms.MultipleChoiceField(
        label="Wie volgt op?",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Wie nagaat of het gebeurt. Liefst iemand anders dan wie stuurt.",
    )
    starts = forms.DateField(label="Vanaf", widget=day_input())
    ends = forms.DateField(label="Tot en met", widget=day_input())
    basis = forms.CharField(
        label="Waarop steunt het?",
        max_length=200,
        required=False,
        help_text="Bijvoorbeeld: afgesproken op de raad van bestuur van 4 maart.",
    )
    waits = forms.BooleanField(
        label="Een orgaan moet hierover nog stemmen",
        required=False,
        help_text="Dan geldt het pas na dat besluit.",
    )

    def __init__(
        self, data: Any = None, *, people: Sequence[Person], titles: Sequence[str], **kwargs: Any
    ) -> None:
        """`titles` are subjects that may be named: organs, actions."""
        super().__init__(data, **kwargs)
        topics = [(one.id, one.title) for one in steering().topics]
        cast(forms.ChoiceField, self.fields["topic"]).choices = [*topics, (OTHER, _("Iets anders"))]
        self.people = {str(one.pk): one for one in people}
        for name in ("steers", "assists", "follows"):
            cast(forms.MultipleChoiceField, self.fields[name]).choices = [
                (key, one.name) for key, one in self.people.items()
            ]
        self.titles = titles
        self.fields["title"].widget.attrs["list"] = "onderwerpen"

    def clean(self) -> None:
        super().clean()
        said = self.cleaned_data
        if not said.get("topic") and not said.get("title", "").strip():
            self.add_error("title", _("Zeg waarover het gaat."))
        if said.get("starts") and said.get("ends") and said["ends"] < said["starts"]:
            self.add_error("ends", _("De laatste dag ligt voor de eerste."))

    def given(self) -> Given:
        said = dict(self.cleaned_data)
        topic = steering().topic(said["topic"])
        for name in ("steers", "assists", "follows"):
            said[name] = [self.people[key] for key in said[name]]
        said["title"] = topic.title if topic else said["title"]
        return Given(**said)


class AgendaForm(forms.Form):
    """On the agenda of which sitting, and decided how."""

    sitting = forms.ChoiceField(label="Van welke zitting?")
    kind = forms.ChoiceField(
        label="Hoe wordt er beslist?",
        choices=[("persons", "Als besluit over mensen"), ("ordinary", "Als gewoon besluit")],
        widget=forms.RadioSelect,
        initial="persons",
    )

    def __init__(self, data: Any = None, *, sittings: Sequence[Sitting]) -> None:
        super().__init__(data)
        self.sittings = {str(one.pk): one for one in sittings}
        cast(forms.ChoiceField, self.fields["sitting"]).choices = [
            (key, str(one)) for key, one in self.sittings.items()
        ]

    def chosen(self) -> Sitting:
        return self.sittings[self.cleaned_data["sitting"]]


class DayForm(forms.Form):
    on = forms.DateField(label="Vanaf welke dag?", widget=day_input())

    def __init__(self, data: Any = None, *, today: date) -> None:
        super().__init__(data, initial={"on": today})


class CoverForm(forms.Form):
    """Who covers which kind of expertise."""

    competence = forms.ChoiceField(label="Welke kennis?")
    person = forms.ChoiceField(label="Wie?")
    note = forms.CharField(
        label="Waarmee helpt die persoon?",
        max_length=160,
        required=False,
        help_text="Bijvoorbeeld: maakte drie keer een subsidiedossier.",
    )

    def __init__(
        self, data: Any = None, *, skills: Sequence[Skill], people: Sequence[Person], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.people = {str(one.pk): one for one in people}
        cast(forms.ChoiceField, self.fields["competence"]).choices = [(one.key, one.title) for one in skills]
        cast(forms.ChoiceField, self.fields["person"]).choices = [
            (key, one.name) for key, one in self.people.items()
        ]


class CompetenceForm(forms.ModelForm):
    class Meta:
        model = OwnCompetence
        fields = ["title", "what"]


class AssumptionForm(forms.Form):
    hours_per_sitting = forms.DecimalField(
        label="Uren per zitting",
        min_value=Decimal("0.5"),
        max_value=Decimal(24),
        max_digits=4,
        decimal_places=1,
        localize=True,
    )
