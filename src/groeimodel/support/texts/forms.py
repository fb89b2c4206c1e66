from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from groeimodel.support.texts.pieces import Piece
from groeimodel.support.texts.selectors import Said, Working
from groeimodel.support.texts.services import LONGEST

LANGUAGES = (("nl", _("Nederlands")), ("en", _("Engels")))
MEANINGS = [
    ("same", _("Ja: enkel de woorden zijn anders. Antwoorden van vroeger blijven te vergelijken.")),
    ("other", _("Nee: ze vraagt iets anders. Rondes van voor en na worden er niet op vergeleken.")),
]


class PieceForm(forms.Form):
    """All texts of one piece, Dutch and English beside each other."""

    seen = forms.CharField(widget=forms.HiddenInput)
    same_meaning = forms.ChoiceField(
        label=_("Je veranderde woorden van de stelling. Vraagt ze nog hetzelfde?"),
        choices=MEANINGS,
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(self, data: Any, *, piece: Piece, work: Working) -> None:
        self.piece, self.values = piece, work.values
        meanings = [
            one.same_meaning for one in work.changes if one.address.startswith(f"{piece.address}.wording.")
        ]
        known = next((one for one in meanings if one is not None), None)
        first = {"seen": work.token(piece), "same_meaning": {None: "", True: "same", False: "other"}[known]}
        super().__init__(data, initial=first)
        if not piece.is_statement:
            del self.fields["same_meaning"]
        for one in piece.fields:
            said = self.values[one.address]
            if one.single:
                self.fields[one.name] = forms.ChoiceField(
                    label=one.label, choices=self.places(), initial=said[""]
                )
                continue
            for language, name in LANGUAGES:
                self.fields[f"{one.name}__{language}"] = forms.CharField(
                    label=name,
                    initial=said.get(language, ""),
                    max_length=LONGEST,
                    widget=forms.Textarea(attrs={"rows": rows_for(said), "lang": language}),
                )

    def places(self) -> list[tuple[str, str]]:
        """Where advice can start, by id."""
        head = "places.toml:place."
        return [
            (address.removeprefix(head).removesuffix(".label"), said["nl"])
            for address, said in self.values.items()
            if address.startswith(head)
        ]

    def said(self) -> Said:
        """By address and language."""
        data, found = self.cleaned_data, {}
        for one in self.piece.fields:
            if one.single:
                found[one.address] = {"": data[one.name]}
            else:
                found[one.address] = {key: data[f"{one.name}__{key}"] for key, _name in LANGUAGES}
        return found

    def same(self) -> bool | None:
        return {"same": True, "other": False}.get(self.cleaned_data.get("same_meaning", ""))


def rows_for(said: dict[str, str]) -> int:
    """Lines that the longest of both takes, more or less."""
    return max(2, min(8, 1 + max(len(one) for one in said.values()) // 55))


class NoteForm(forms.Form):
    note = forms.CharField(
        label=_("Wat veranderde er, in één zin?"),
        help_text=_("Wie later terugkijkt, vindt zo de versie terug."),
        max_length=300,
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)


class BringForm(forms.Form):
    """Files that were changed elsewhere, back to the desk."""

    upload = forms.FileField(
        label=_("ZIP met tekstbestanden"),
        help_text=_("Zoals je ze hier ophaalde, met andere teksten erin."),
    )
