# mypy: disable-error-code="type-arg"
"""The statute of an organ as plain fields, and back to the shape of `rules/votes`."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, cast

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _

from groeimodel.rules.organs import Value
from groeimodel.rules.votes import Statute, data_of
from groeimodel.rules.votes.statute import Bound
from groeimodel.shop.organs.models import Occupancy, Organ
from groeimodel.shop.organs.statutes import limits_of, statute_for
from groeimodel.shop.organs.wording import BASES, KINDS, WHOLES, share_in_words

SHARES = ("1/2>", "1/2", "2/3", "2/3>", "3/4", "4/5", "1")
"""A fraction; with '>' it is more than that."""
OF = ("votes", "municipal_votes", "municipalities")


def code_of(bound: Bound) -> str:
    return f"{bound.share}{'>' if bound.more_than else ''}"


def bound_of(code: str) -> dict[str, Any]:
    return {"share": code.removesuffix(">"), "more_than": code.endswith(">")}


def share_choices(codes: Any) -> list[tuple[str, str]]:
    return [(one, share_in_words(Bound(Fraction(one.removesuffix(">")), one.endswith(">")))) for one in codes]


class StatuteForm(forms.Form):
    """Follow the template, or say how it stands in the own statutes."""

    whose = forms.ChoiceField(
        label="Welke regels gelden?",
        choices=[
            ("template", "We volgen het sjabloon van onze rechtsvorm"),
            ("own", "Zo staat het in onze statuten of ons huishoudelijk reglement"),
        ],
        widget=forms.RadioSelect,
    )
    quorum_of = forms.ChoiceField(
        label="Wie moet er zijn om te beslissen?",
        choices=[
            ("", "Geen regel: wie er is"),
            ("seats", "Zetels met stem"),
            ("municipalities", "Gemeenten"),
        ],
        required=False,
    )
    quorum_share = forms.ChoiceField(label="Hoeveel daarvan?", required=False)
    second_call = forms.BooleanField(
        label="Een tweede zitting met dezelfde punten beslist met wie er dan is", required=False
    )
    delay_days = forms.IntegerField(
        label="Hoeveel dagen vooraf vertrekt de uitnodiging?", min_value=0, max_value=120
    )
    proxies = forms.IntegerField(
        label="Hoeveel volmachten mag iemand hebben?",
        min_value=0,
        max_value=9,
        help_text="0 als het niet kan.",
    )
    tie = forms.ChoiceField(
        label="En bij gelijke stemmen?",
        choices=[("rejected", "Dan is het voorstel verworpen"), ("chair", "Dan beslist de voorzitter")],
    )
    max_seats = forms.IntegerField(
        label="Hoeveel bestuurders met stem hoogstens?",
        min_value=0,
        max_value=200,
        required=False,
        help_text="Leeg of 0: geen grens.",
    )
    gender_cap = forms.ChoiceField(
        label="Hoeveel hoogstens van hetzelfde geslacht?",
        choices=[("", "Geen regel"), ("2/3", "Twee op drie"), ("3/4", "Drie op vier"), ("1/2", "De helft")],
        required=False,
    )
    opposition = forms.IntegerField(
        label="Zetels voor de oppositie, per gemeente",
        min_value=0,
        max_value=9,
        required=False,
        help_text="Leeg of 0: geen regel.",
    )
    who = forms.MultipleChoiceField(
        label="Wie mag er zitten?",
        choices=Occupancy.Capacity.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Niets aangevinkt: geen regel.",
    )
    every_member = forms.BooleanField(label="Elke gemeente heeft een zetel met stem", required=False)
    incompatible = forms.BooleanField(
        label="Vraag iedereen of een andere functie niet samengaat", required=False
    )

    def __init__(self, data: Any = None, *, organ: Organ) -> None:
        super().__init__(data)
        self.organ = organ
        statute, limits = statute_for(organ), limits_of(organ)
        self.kinds = tuple(dict.fromkeys(["ordinary", "persons", "statutes", *statute.kinds]))
        quorum = cast(forms.ChoiceField, self.fields["quorum_share"])
        codes = {*SHARES} | ({code_of(statute.quorum.bound)} if statute.quorum else set())
        quorum.choices = share_choices(sorted(codes, key=_size))
        for name in self.kinds:
            self._add_kind(name, statute)
        self._begin(statute, limits)

    def _add_kind(self, name: str, statute: Statute) -> None:
        kind = statute.kind(name)
        for of in OF:
            asked = next((one for one in kind.majorities if one.of == of), None)
            codes = sorted({*SHARES} | ({code_of(asked.bound)} if asked else set()), key=_size)
            self.fields[f"{name}-{of}"] = forms.ChoiceField(
                label=str(WHOLES[of]).removeprefix("de ").capitalize(),
                choices=[("", "niet gevraagd"), *share_choices(codes)],
                required=False,
                initial=code_of(asked.bound) if asked else "",
            )
            self.fields[f"{name}-{of}-base"] = forms.ChoiceField(
                label=_("Van wie geteld?"),
                choices=[(key, str(words)) for key, words in BASES.items()],
                required=False,
                initial=asked.base if asked else "cast",
            )
        self.fields[f"{name}-secret"] = forms.BooleanField(
            label=_("Geheime stemming"), required=False, initial=kind.secret
        )

    def _begin(self, statute: Statute, limits: Mapping[str, Value]) -> None:
        begin: dict[str, Any] = {
            "whose": "own" if self.organ.statute or self.organ.limits else "template",
            "quorum_of": statute.quorum.of if statute.quorum else "",
            "quorum_share": code_of(statute.quorum.bound) if statute.quorum else "1/2>",
            "second_call": bool(statute.quorum and statute.quorum.second_call),
            "delay_days": statute.delay_days,
            "proxies": statute.proxies,
            "tie": statute.kind("ordinary").tie,
        }
        begin |= {
            name: limits.get(name)
            for name in ("max_seats", "gender_cap", "opposition", "every_member", "incompatible")
        }
        begin["who"] = list(cast(tuple[str, ...], limits.get("who") or ()))
        self.initial.update(begin)

    def parts(self) -> list[tuple[str, list[tuple[BoundField, BoundField]], BoundField]]:
        """Each kind of point with its fields, for the page."""
        return [
            (
                str(KINDS.get(name, name)),
                [(self[f"{name}-{of}"], self[f"{name}-{of}-base"]) for of in OF],
                self[f"{name}-secret"],
            )
            for name in self.kinds
        ]

    def clean(self) -> None:
        super().clean()
        if self.cleaned_data.get("whose") != "own":
            return
        for name in self.kinds:
            asked = [of for of in OF if self.cleaned_data.get(f"{name}-{of}")]
            if not asked:
                self.add_error(f"{name}-votes", _("Vraag minstens één meerderheid."))
            if self.cleaned_data.get(f"{name}-secret") and asked and asked != ["votes"]:
                words = _(
                    "Bij een geheime stemming weet niemand wie wat stemde. Vraag dan enkel een meerderheid van de stemmen."
                )
                self.add_error(f"{name}-secret", words)

    def own(self) -> bool:
        return bool(self.cleaned_data["whose"] == "own")

    def statute(self) -> dict[str, Any]:
        """In the shape of `rules/votes`; empty where the template is followed."""
        if not self.own():
            return {}
        said = self.cleaned_data
        data = dict(data_of(statute_for(self.organ)))
        data |= {"delay_days": said["delay_days"], "proxies": said["proxies"]}
        data.pop("quorum", None)
        if said["quorum_of"]:
            data["quorum"] = {
                "of": said["quorum_of"],
                **bound_of(said["quorum_share"]),
                "second_call": said["second_call"],
            }
        data["kinds"] = {name: self._kind(name) for name in self.kinds}
        return data

    def _kind(self, name: str) -> dict[str, Any]:
        said = self.cleaned_data
        rows = [
            {"of": of, **bound_of(said[f"{name}-{of}"]), "base": said[f"{name}-{of}-base"] or "cast"}
            for of in OF
            if said[f"{name}-{of}"]
        ]
        tie = said["tie"] if name == "ordinary" else "rejected"
        return {"majorities": rows, "secret": said[f"{name}-secret"], "tie": tie}

    def limits(self) -> dict[str, Any]:
        if not self.own():
            return {}
        said = self.cleaned_data
        return {
            "every_member": said["every_member"],
            "who": list(said["who"]),
            "opposition": said["opposition"] or 0,
            "max_seats": said["max_seats"] or 0,
            "gender_cap": said["gender_cap"],
            "incompatible": said["incompatible"],
        }


def _size(code: str) -> tuple[Fraction, bool]:
    return Fraction(code.removesuffix(">")), code.endswith(">")
