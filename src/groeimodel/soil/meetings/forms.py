# mypy: disable-error-code="type-arg"
"""Planning a meeting: one form, in three ways (a date, a search for a date, a series)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groeimodel.soil.meetings.models import Attendance, DateAnswer, Item, Meeting, Steer
from groeimodel.soil.meetings.services import Draft, NewItem, When
from groeimodel.soil.themes.models import Theme

MODES = ("datum", "zoeken", "reeks")
ROWS = 5
"""Moments that can be proposed at once."""
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
CLOCK = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class DraftForm(forms.ModelForm):
    """What a meeting is, apart from when."""

    video_url = forms.URLField(
        label=gettext_lazy("Link om online mee te doen"),
        max_length=500,
        required=False,
        assume_scheme="https",
        error_messages={"invalid": gettext_lazy("Plak het hele adres, met https:// vooraan.")},
    )

    class Meta:
        model = Meeting
        fields = ["title", "audience", "place", "video_url", "about"]
        widgets = {"about": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "place": gettext_lazy("Zaal en gemeente. Leeg laten mag als het online is."),
            "about": gettext_lazy("Staat in de uitnodiging en in de agenda van iedereen."),
        }
        error_messages = {
            "video_url": {"invalid": gettext_lazy("Plak het hele adres, met https:// vooraan.")}
        }

    def draft(self) -> Draft:
        names = ("title", "audience", "place", "video_url", "about")
        return Draft(**{name: self.cleaned_data[name] for name in names})


class PlanForm(DraftForm):
    """A meeting with its moment or moments; `mode` says which fields there are."""

    def __init__(self, data: Any = None, *, mode: str, today: date, instance: Meeting | None = None) -> None:
        super().__init__(data, instance=instance)
        self.mode, self.today = mode, today
        for number in range(ROWS if mode == "zoeken" else 1):
            self._add_moment(number, needed=mode != "zoeken" or number < 2)
        if mode == "reeks":
            self.fields["every_weeks"] = forms.IntegerField(
                label=_("Om de hoeveel weken?"), min_value=1, max_value=26, initial=6
            )
            self.fields["times"] = forms.IntegerField(
                label=_("Hoeveel ontmoetingen?"), min_value=2, max_value=24, initial=6
            )
        if instance is not None and instance.starts and instance.ends:
            starts, ends = timezone.localtime(instance.starts), timezone.localtime(instance.ends)
            self.initial.update(day_0=starts.date(), from_0=starts.time(), until_0=ends.time())

    def _add_moment(self, number: int, *, needed: bool) -> None:
        which = _(" (moment %(n)s)") % {"n": number + 1} if self.mode == "zoeken" else ""
        self.fields[f"day_{number}"] = forms.DateField(
            label=_("Welke dag?") + which, widget=DAY, required=needed
        )
        self.fields[f"from_{number}"] = forms.TimeField(
            label=_("Van"), widget=CLOCK, required=needed, initial=time(14, 0)
        )
        self.fields[f"until_{number}"] = forms.TimeField(
            label=_("Tot"), widget=CLOCK, required=needed, initial=time(16, 0)
        )

    def rows(self) -> Iterator[tuple[forms.BoundField, forms.BoundField, forms.BoundField]]:
        """The fields of each moment, for the page."""
        number = 0
        while f"day_{number}" in self.fields:
            yield self[f"day_{number}"], self[f"from_{number}"], self[f"until_{number}"]
            number += 1

    def clean(self) -> None:
        super().clean()
        self.moments: list[When] = []
        for number, _fields in enumerate(self.rows()):
            day = self.cleaned_data.get(f"day_{number}")
            begin, end = self.cleaned_data.get(f"from_{number}"), self.cleaned_data.get(f"until_{number}")
            if not (day and begin and end):
                continue
            if day < self.today - timedelta(days=366) or day > self.today + timedelta(days=3 * 366):
                self.add_error(
                    f"day_{number}", _("Kies een dag van het voorbije jaar of de komende drie jaar.")
                )
            elif end <= begin:
                self.add_error(f"until_{number}", _("Kies een uur na het begin."))
            else:
                self.moments.append(When(_aware(day, begin), _aware(day, end)))
        if self.mode == "zoeken" and not self.errors and len(set(self.moments)) < 2:
            self.add_error("day_1", _("Stel minstens twee verschillende momenten voor."))
        if self.mode == "zoeken" and any(one.starts.date() < self.today for one in self.moments):
            self.add_error("day_0", _("Stel alleen momenten voor die nog moeten komen."))


def _aware(day: date, clock: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, clock))


class CancelForm(forms.ModelForm):
    class Meta:
        model = Meeting
        fields = ["cancel_reason"]


class DatesForm(forms.Form):
    """For each proposed moment: can you?"""

    def __init__(self, data: Any = None, *, meeting: Meeting, said: dict[int, str]) -> None:
        from groeimodel.soil.meetings.letters import when_in_words

        super().__init__(data)
        for option in meeting.options.all():
            self.fields[f"option_{option.pk}"] = forms.ChoiceField(
                label=when_in_words(option.starts, option.ends),
                choices=DateAnswer.Can.choices,
                widget=forms.RadioSelect,
                initial=said.get(option.pk),
                error_messages={"required": _("Kies ja, nee of als het moet.")},
            )

    def answers(self) -> dict[int, str]:
        return {int(name.removeprefix("option_")): value for name, value in self.cleaned_data.items()}


class ComingForm(forms.Form):
    coming = forms.ChoiceField(choices=Attendance.Coming.choices)


class ItemForm(forms.ModelForm):
    """A point for the agenda, from a theme or by itself."""

    class Meta:
        model = Item
        fields = ["title", "asked", "minutes"]

    def __init__(
        self, data: Any = None, *, themes: Sequence[Theme] = (), instance: Item | None = None
    ) -> None:
        super().__init__(data, instance=instance)
        self.fields["minutes"].widget.attrs |= {"min": 1, "max": 480}
        if themes:
            self.fields["title"].required = False
            self.fields["title"].label = _("Of een ander punt")
            choice = forms.ModelChoiceField(
                label=_("Thema"),
                queryset=Theme.objects.filter(pk__in=[one.pk for one in themes]),
                empty_label=_("Geen thema"),
                required=False,
            )
            self.fields = {"theme": choice, **self.fields}

    def clean(self) -> None:
        super().clean()
        if (
            "theme" in self.fields
            and not self.cleaned_data.get("theme")
            and not self.cleaned_data.get("title")
        ):
            self.add_error("title", _("Kies een thema, of geef het punt een naam."))

    def new(self) -> NewItem:
        data = self.cleaned_data
        return NewItem(data["title"], data["asked"], data["minutes"], data.get("theme"))


class SteerForm(forms.Form):
    """What an alderman says of the points of a meeting: all on one page, none of it needed."""

    def __init__(self, data: Any = None, *, items: Sequence[Item], said: dict[int, Steer]) -> None:
        super().__init__(data)
        self.items = items
        for item in items:
            before = said.get(item.pk)
            self.fields[f"stance_{item.pk}"] = forms.ChoiceField(
                label=_("Hoe kijk je ernaar?"),
                choices=Steer.Stance.choices,
                widget=forms.RadioSelect,
                required=False,
                initial=before.stance if before else None,
            )
            self.fields[f"text_{item.pk}"] = forms.CharField(
                label=_("Wat geef je mee?"),
                max_length=500,
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
                initial=before.text if before else "",
            )

    def rows(self) -> Iterator[tuple[Item, forms.BoundField, forms.BoundField]]:
        for item in self.items:
            yield item, self[f"stance_{item.pk}"], self[f"text_{item.pk}"]

    def clean(self) -> None:
        super().clean()
        if not self.errors and not any(self.cleaned_data.values()):
            raise forms.ValidationError(
                _("Kies bij minstens één thema hoe je ernaar kijkt, of schrijf een zin.")
            )

    def steers(self) -> Iterator[tuple[Item, str, str]]:
        """Only of the points of which something is said."""
        for item in self.items:
            stance, text = self.cleaned_data[f"stance_{item.pk}"], self.cleaned_data[f"text_{item.pk}"]
            if stance or text:
                yield item, stance, text
