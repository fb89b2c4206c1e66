# mypy: disable-error-code="type-arg"
"""The list of an offer, and its anchors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.people.models import Person
from groeimodel.gauge.expectations.guiding import people_of
from groeimodel.shop.counter.anchoring import Held
from groeimodel.shop.counter.forms.common import day_field
from groeimodel.shop.counter.models import Offer, ReadyPoint
from groeimodel.shop.counter.ready import Checked as ListRow
from groeimodel.shop.counter.services import Checked, Secured


class PointForm(forms.Form):
    """One point of the list of an offer."""

    answer = forms.ChoiceField(
        label=_("In orde?"),
        choices=[*ReadyPoint.Answer.choices, ("", _("weet ik niet"))],
        required=False,
        widget=forms.RadioSelect,
    )
    who: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        label=_("Wie?"), queryset=None, required=False, empty_label=_("Niemand")
    )
    by = forms.DateField(label=_("Tegen wanneer?"), required=False, widget=day_field())

    def checked(self) -> Checked:
        return Checked(**self.cleaned_data)


def point_forms(offer: Offer, rows: Sequence[ListRow], data: Any = None) -> list[PointForm]:
    """One for each point, in the order of the list; the names are asked once for all of them."""
    keys = {one.pk for one in people_of(offer.partnership)}
    keys |= {one.said.who_id for one in rows if one.said and one.said.who_id}
    people = Person.objects.filter(pk__in=keys).order_by("name")
    names = [(one.pk, one.name) for one in people]
    made = []
    for one in rows:
        said = one.said
        initial = {"answer": said.answer, "who": said.who_id, "by": said.by} if said else {"answer": ""}
        form = PointForm(data, prefix=one.point.id, initial=initial)
        who = cast(forms.ModelChoiceField, form.fields["who"])
        who.queryset, who.widget.choices = people, [("", _("Niemand")), *names]
        made.append(form)
    return made


class AnchorForm(forms.Form):
    """Until when one part of an offer is secured."""

    UNKNOWN, UNTIL, OPEN = "unknown", "until", "open"
    kind = forms.ChoiceField(
        label=_("Hoelang is dit zeker?"),
        choices=[(UNTIL, _("tot een dag")), (OPEN, _("voor onbepaalde tijd")), (UNKNOWN, _("weten we niet"))],
        widget=forms.RadioSelect,
    )
    until = forms.DateField(label=_("Tot en met"), required=False, widget=day_field())
    source = forms.CharField(
        label=_("Hoe weet je dat?"),
        required=False,
        max_length=200,
        help_text=_("Bijvoorbeeld: subsidie 2027-2032, contract van Lies, of besluit van 4 maart."),
    )

    def clean(self) -> None:
        super().clean()
        missing = not self.cleaned_data.get("until") and "until" not in self.errors
        if missing and self.cleaned_data.get("kind") == self.UNTIL:
            self.add_error("until", _("Vul de laatste dag in, of kies iets anders."))

    def secured(self) -> Secured | None:
        found = self.cleaned_data
        if found["kind"] == self.UNKNOWN:
            return None
        return Secured(found["until"] if found["kind"] == self.UNTIL else None, found["source"])


def anchor_forms(parts: Sequence[Held], data: Any = None) -> list[AnchorForm]:
    made = []
    for one in parts:
        kind = AnchorForm.UNKNOWN
        if one.anchor is not None:
            kind = AnchorForm.OPEN if one.anchor.until is None else AnchorForm.UNTIL
        initial = {
            "kind": kind,
            "until": one.anchor.until if one.anchor else None,
            "source": one.anchor.source if one.anchor else "",
        }
        made.append(AnchorForm(data, prefix=one.part, initial=initial))
    return made
