# mypy: disable-error-code="type-arg"
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.partners.models import Partnership
from groeimodel.shop.organs.models import Organ, OrganSeat
from groeimodel.shop.sittings import wording
from groeimodel.shop.sittings.models import AgendaItem, Presence, SeatVote, Sitting


@dataclass(frozen=True, slots=True)
class Chosen:
    """Who is there, as `services.open_sitting` takes it."""

    present: list[OrganSeat]
    substitutes: list[OrganSeat]
    excused: list[OrganSeat]
    proxies: list[tuple[OrganSeat, OrganSeat]]


STAND_IN = "substitute"


def seat_label(seat: OrganSeat) -> str:
    """'Joris De Smedt (Esdoornhout)'; select the person and municipality with it."""
    where = f" ({seat.municipality.name_today})" if seat.municipality is not None else ""
    return f"{seat.person or seat}{where}"


class WhenForm(forms.Form):
    """Day, hour and place."""

    day = forms.DateField(
        label=gettext_lazy("Op welke dag?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    at = forms.TimeField(
        label=gettext_lazy("Hoe laat?"),
        initial=time(19, 30),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    place = forms.CharField(label=gettext_lazy("Waar?"), max_length=200, required=False)

    def starts(self) -> datetime:
        return timezone.make_aware(datetime.combine(self.cleaned_data["day"], self.cleaned_data["at"]))


class SittingForm(WhenForm):
    organ = forms.TypedChoiceField(label=gettext_lazy("Welk orgaan?"))
    field_order = ("organ", "day", "at", "place")

    def __init__(self, data: Any = None, *, organs: Sequence[Organ], first: str = "") -> None:
        super().__init__(data, initial={"organ": first})
        known = {str(one.pk): one for one in organs}
        organ = cast(forms.TypedChoiceField, self.fields["organ"])
        organ.choices = [(key, one.name) for key, one in known.items()]
        organ.coerce = known.__getitem__

    def clean_day(self) -> Any:
        day = self.cleaned_data["day"]
        if day < timezone.localdate():
            raise ValidationError(_("Kies een dag die nog moet komen."))
        return day


class ChangeForm(WhenForm):
    """`seats` may sit in the chair or write the minutes."""

    chair = forms.TypedChoiceField(label=gettext_lazy("Wie zit voor?"), required=False, empty_value=None)
    secretary = forms.TypedChoiceField(
        label=gettext_lazy("Wie schrijft het verslag?"), required=False, empty_value=None
    )

    def __init__(self, data: Any = None, *, sitting: Sitting, seats: Sequence[OrganSeat]) -> None:
        local = timezone.localtime(sitting.starts)
        initial = {"day": local.date(), "at": local.time(), "place": sitting.place}
        super().__init__(
            data, initial={**initial, "chair": sitting.chair_id, "secretary": sitting.secretary_id}
        )
        known = {str(one.pk): one for one in seats}
        for name in ("chair", "secretary"):
            one = cast(forms.TypedChoiceField, self.fields[name])
            one.choices = [("", _("niemand")), *((key, seat_label(seat)) for key, seat in known.items())]
            one.coerce = known.__getitem__


class ItemForm(forms.Form):
    title = forms.CharField(label=gettext_lazy("Waarover gaat het?"), max_length=200)
    text = forms.CharField(
        label=gettext_lazy("Voorstel van beslissing"),
        help_text=gettext_lazy("Wat er in het besluit komt te staan als jullie het aannemen."),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    kind = forms.ChoiceField(label=gettext_lazy("Hoe wordt er beslist?"))
    replaces = forms.IntegerField(
        label=gettext_lazy("Komt in de plaats van besluit nummer"), required=False, min_value=1
    )

    def __init__(
        self,
        data: Any = None,
        *,
        partnership: Partnership,
        kinds: Sequence[str],
        item: AgendaItem | None = None,
    ) -> None:
        initial: dict[str, Any] = {"kind": "ordinary"}
        if item is not None:
            old = item.replaces.number if item.replaces is not None else None
            initial = {"title": item.title, "text": item.text, "kind": item.kind, "replaces": old}
        super().__init__(data, initial=initial)
        self.partnership = partnership
        cast(forms.ChoiceField, self.fields["kind"]).choices = wording.kinds_of(kinds)

    def clean_replaces(self) -> Decision | None:
        number = self.cleaned_data["replaces"]
        if number is None:
            return None
        rows = Decision.objects.filter(partnership=self.partnership)
        found = rows.filter(number=number).first() if number < 2**31 else None
        if found is None:
            raise ValidationError(_("Dat besluit staat niet in het register."))
        return found


class PresenceForm(forms.Form):
    """One choice a seat: there, excused, absent, or voted for by somebody else."""

    def __init__(
        self, data: Any = None, *, seats: Sequence[OrganSeat], known: Mapping[int, Presence], proxies: bool
    ) -> None:
        super().__init__(data)
        self.seats = {one.pk: one for one in seats}
        for seat in seats:
            options: list[tuple[str, str]] = [
                (Presence.How.PRESENT, _("Aanwezig")),
                (Presence.How.EXCUSED, _("Verontschuldigd")),
                (Presence.How.ABSENT, _("Afwezig")),
            ]
            if seat.substitute is not None:
                options.insert(1, (STAND_IN, _("Vervangen door %(name)s") % {"name": seat.substitute}))
            if proxies:
                others = [one for one in seats if one.pk != seat.pk]
                words = [(one.pk, _("Volmacht aan %(name)s") % {"name": one.person}) for one in others]
                options += [(f"proxy:{key}", label) for key, label in words]
            self.fields[f"seat-{seat.pk}"] = forms.ChoiceField(
                label=seat_label(seat), choices=options, initial=_first(known.get(seat.pk))
            )

    def chosen(self) -> Chosen:
        said = {key: self.cleaned_data[f"seat-{key}"] for key in self.seats}

        def those(how: str) -> list[OrganSeat]:
            return [self.seats[key] for key, one in said.items() if one == how]

        proxies = [
            (self.seats[key], self.seats[int(how.split(":")[1])])
            for key, how in said.items()
            if how.startswith("proxy:")
        ]
        return Chosen(those(Presence.How.PRESENT), those(STAND_IN), those(Presence.How.EXCUSED), proxies)


def _first(row: Presence | None) -> str:
    """What was noted, else what the seat said beforehand, else present."""
    if row is None:
        return Presence.How.PRESENT
    if row.how:
        if row.person_id is not None and row.person_id == row.seat.substitute_id and row.is_here:
            return STAND_IN
        return f"proxy:{row.holder_id}" if row.holder_id is not None else row.how
    if row.said == Presence.Said.PROXY and row.said_holder_id is not None:
        return f"proxy:{row.said_holder_id}"
    return Presence.How.EXCUSED if row.said == Presence.Said.EXCUSED else Presence.How.PRESENT


class AnswerForm(forms.Form):
    """For one seat: 'ik kom', 'ik kom niet', or who votes for it. `holders` are the seats that may."""

    coming = forms.ChoiceField(label=gettext_lazy("Kom je?"), widget=forms.RadioSelect)

    def __init__(
        self, data: Any = None, *, holders: Sequence[OrganSeat], row: Presence | None = None, prefix: str = ""
    ) -> None:
        now = ""
        if row is not None:
            now = f"proxy:{row.said_holder_id}" if row.said_holder_id is not None else row.said
        super().__init__(data, prefix=prefix or None, initial={"coming": now})
        self.holders = {str(one.pk): one for one in holders}
        options = [
            (f"proxy:{key}", _("Ik kom niet, %(name)s stemt voor mij") % {"name": one.person})
            for key, one in self.holders.items()
        ]
        cast(forms.ChoiceField, self.fields["coming"]).choices = [
            (Presence.Said.COMES, _("Ik kom")),
            (Presence.Said.EXCUSED, _("Ik kom niet")),
            *options,
        ]

    def said(self) -> tuple[str, OrganSeat | None]:
        word, _colon, key = self.cleaned_data["coming"].partition(":")
        return word, self.holders.get(key)


class VotesForm(forms.Form):
    """One choice a seat that is here; nothing chosen is silence."""

    def __init__(self, data: Any = None, *, rows: Sequence[Presence], said: Mapping[int, str]) -> None:
        super().__init__(data)
        self.rows, self.is_said = rows, bool(said)
        options = [*SeatVote.Choice.choices, ("", _("zegt niets"))]
        for one in rows:
            self.fields[f"vote-{one.seat_id}"] = forms.ChoiceField(
                label=one.name,
                choices=options,
                required=False,
                initial=said.get(one.pk, ""),
                widget=forms.RadioSelect,
            )

    def lines(self) -> list[tuple[Presence, forms.BoundField]]:
        return [(one, self[f"vote-{one.seat_id}"]) for one in self.rows]

    def choices(self) -> dict[int, str]:
        said = {one.seat_id: self.cleaned_data[f"vote-{one.seat_id}"] for one in self.rows}
        return {key: choice for key, choice in said.items() if choice}


class PapersForm(forms.Form):
    """The totals of a secret ballot, in votes."""

    pro = forms.IntegerField(label=gettext_lazy("Voor"), min_value=0, max_value=9999)
    against = forms.IntegerField(label=gettext_lazy("Tegen"), min_value=0, max_value=9999)
    abstain = forms.IntegerField(
        label=gettext_lazy("Blanco of onthouding"), min_value=0, max_value=9999, required=False
    )

    def __init__(self, data: Any = None, *, item: AgendaItem) -> None:
        papers = item.papers
        said = {"pro": papers.get("for"), "against": papers.get("against"), "abstain": papers.get("abstain")}
        super().__init__(data, initial=said)

    def totals(self) -> dict[str, int]:
        return {name: self.cleaned_data[name] or 0 for name in ("pro", "against", "abstain")}


class SettleForm(forms.Form):
    """Postpone or withdraw a point."""

    to = forms.TypedChoiceField(label=gettext_lazy("Naar welke zitting?"), required=False, empty_value=None)
    why = forms.CharField(label=gettext_lazy("Waarom?"), max_length=300, required=False)

    def __init__(self, data: Any = None, *, sittings: Sequence[Sitting]) -> None:
        super().__init__(data)
        known = {str(one.pk): one for one in sittings}
        to = cast(forms.TypedChoiceField, self.fields["to"])
        to.choices = [("", _("later te bepalen")), *((key, str(one)) for key, one in known.items())]
        to.coerce = known.__getitem__


class ReasonForm(forms.Form):
    why = forms.CharField(label=gettext_lazy("Waarom gaat het niet door?"), max_length=300, required=False)


class MinutesForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("Verslag"), max_length=20000, widget=forms.Textarea(attrs={"rows": 24})
    )
