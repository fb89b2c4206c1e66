from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from groeimodel.content.sessions import sessions
from groeimodel.soil.lessons.services import Learned
from groeimodel.soil.meetings.models import Meeting
from groeimodel.soil.meetings.services import When
from groeimodel.support.region.services import Afterwards

DAY = {"type": "date"}
CLOCK = {"type": "time"}
NEW, LATER = "nieuw", "later"
AHEAD = timedelta(days=3 * 366)


def day_field(label: Any, *, required: bool) -> forms.DateField:
    return forms.DateField(
        label=label, required=required, widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d")
    )


def clock_field(label: Any, hour: int) -> forms.TimeField:
    widget = forms.TimeInput(attrs=CLOCK, format="%H:%M")
    return forms.TimeField(label=label, required=False, widget=widget, initial=time(hour, 0))


class NoteForm(forms.Form):
    day = day_field(_("Welke dag?"), required=True)
    text = forms.CharField(
        label=_("Wat wil je onthouden?"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )


class MomentForm(forms.Form):
    """Fields for a moment, and its check."""

    def moment(self, needed: bool) -> When | None:
        """The moment that was typed; puts what is wrong with it beside the fields."""
        day, begin, end = (self.cleaned_data.get(name) for name in ("day", "begin", "end"))
        if not day:
            if needed and "day" not in self.errors:
                self.add_error("day", _("Kies een dag."))
            return None
        today = timezone.localdate()
        if day < today or day > today + AHEAD:
            self.add_error("day", _("Kies vandaag of een dag van de komende drie jaar."))
        if not begin:
            self.add_error("begin", _("Kies een uur."))
        if not end or (begin and end <= begin):
            self.add_error("end", _("Kies een uur na het begin."))
        if not begin or not end or {"day", "begin", "end"} & set(self.errors):
            return None
        return When(_aware(day, begin), _aware(day, end))


class PrepareForm(MomentForm):
    """Which session, and when."""

    kind = forms.ChoiceField(label=_("Welke sessie?"), widget=forms.RadioSelect)
    when = forms.ChoiceField(label=_("Wanneer?"), widget=forms.RadioSelect)
    day = day_field(_("Dag"), required=False)
    begin = clock_field(_("Van"), 14)
    end = clock_field(_("Tot"), 16)

    def __init__(self, data: Any = None, *, meetings: Sequence[Meeting], kind: str = "") -> None:
        super().__init__(data, initial={"kind": kind})
        self.meetings = {str(one.pk): one for one in meetings}
        choices = [(key, _in_words(one)) for key, one in self.meetings.items()]
        more = [(NEW, _("Een nieuw moment")), (LATER, _("Dat weet ik nog niet"))]
        self.fields["kind"].choices = [(key, one.title) for key, one in sessions().kinds.items()]  # type: ignore[attr-defined]
        self.fields["kind"].error_messages["required"] = _("Kies welke sessie je voorbereidt.")
        self.fields["when"].choices = [*choices, *more]  # type: ignore[attr-defined]
        self.fields["when"].initial = choices[0][0] if choices else LATER

    def clean(self) -> None:
        super().clean()
        self.new = self.moment(needed=True) if self.cleaned_data.get("when") == NEW else None

    def meeting(self) -> Meeting | None:
        return self.meetings.get(self.cleaned_data["when"])


class JotForm(forms.Form):
    text = forms.CharField(
        label=_("Notities"), required=False, max_length=6000, widget=forms.Textarea(attrs={"rows": 8})
    )


class FinishForm(MomentForm):
    """What comes of a session; nothing of it is needed."""

    agreed = forms.CharField(
        label=_("Wat spraken jullie af?"),
        required=False,
        max_length=2400,
        help_text=_("Eén afspraak per regel. Ze komen als besluit bij de ontmoeting: iedereen leest ze."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    lesson = forms.CharField(
        label=_("De les, in één zin"),
        required=False,
        max_length=140,
        help_text=_("Voor de samenwerking zelf. Wie coördineert, kan ze delen in de bibliotheek."),
    )
    learned = forms.CharField(
        label=_("Wat leerden jullie?"),
        required=False,
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    next_title = forms.CharField(label=_("Waarvoor?"), required=False, max_length=120)
    day = day_field(_("Dag"), required=False)
    begin = clock_field(_("Van"), 14)
    end = clock_field(_("Tot"), 16)

    def clean(self) -> None:
        super().clean()
        self.next = self.moment(needed=bool(self.cleaned_data.get("next_title")))
        if any(len(line) > 300 for line in self.cleaned_data.get("agreed", "").splitlines()):
            self.add_error("agreed", _("Een afspraak is hoogstens 300 tekens. Zet ze op meer regels."))
        if self.cleaned_data.get("learned") and not self.cleaned_data.get("lesson"):
            self.add_error("lesson", _("Zet de les eerst in één zin."))

    def afterwards(self) -> Afterwards:
        data = self.cleaned_data
        learned = Learned(data["lesson"], data["learned"] or data["lesson"]) if data["lesson"] else None
        return Afterwards(data["agreed"].splitlines(), learned, self.next, data["next_title"])


def _aware(day: date, clock: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, clock))


def _in_words(meeting: Meeting) -> str:
    if meeting.starts is None:
        return f"{meeting.title} ({_('datum wordt gezocht')})"
    return f"{meeting.title}, {date_format(timezone.localtime(meeting.starts), 'l j F, H:i')}"
