"""How the texts are laid out at the desk: sections, pieces that are edited together, and fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.content.addresses import Spot, Values, spots_of
from groeimodel.content.in_force import shipped_raw

MODEL = "model"
"""The piece with what stands at the top of the file of a model."""
FIELDS: Mapping[str, Any] = {
    "name": _("Naam"),
    "plain": _("Gewoon gezegd"),
    "summary": _("In het kort"),
    "what": _("Wat we ervan weten, punt %(n)s"),
    "enough": _("Waarom hier blijven mag"),
    "grow_on": _("Verder groeien"),
    "title": _("Titel"),
    "text": _("Uitleg"),
    "purpose": _("Waarover het gaat"),
    "points": _("Punt %(n)s"),
    "label": _("Waar je begint"),
    "wording.all": _("Stelling, voor iedereen"),
    "wording.alderman": _("Stelling, voor de schepen"),
    "wording.officer": _("Stelling, voor de ambtenaar"),
    "wording.coordinator": _("Stelling, voor wie coördineert"),
    "wording.supporter": _("Stelling, voor de regio-ondersteuner"),
    "wording.other": _("Stelling, voor wie iets anders is"),
    "advice.alderman": _("Advies voor de schepen"),
    "advice.officer": _("Advies voor de ambtenaar"),
    "advice.together": _("Advies voor samen"),
    "start": _("Waar je met dit advies begint"),
    "say": _("Wat je vertelt"),
    "ask": _("Wat je vraagt"),
    "says": _("Het bezwaar"),
    "answer": _("Het antwoord"),
}
LAYERS: Mapping[str, tuple[Any, str]] = {
    "soil": (_("Potgrond"), "potgrond"),
    "meadow": (_("Bloemenweide"), "bloemenweide"),
    "shop": (_("Bloemenwinkel"), "bloemenwinkel"),
}
ACTORS: Mapping[str, Any] = {
    "alderman": _("wat de schepen doet"),
    "officer": _("wat de ambtenaar doet"),
    "together": _("wat je samen doet"),
}
HINTS: Mapping[str, Any] = {
    "wording": _("Eén ding, in hoogstens honderd tekens, zonder 'niet', 'geen' of 'nooit'."),
    "advice": _("De eerste stap, in hoogstens drie zinnen."),
}


@dataclass(frozen=True, slots=True)
class Field:
    """One text of a piece, in both languages, or one value that is no sentence."""

    address: str
    label: str
    single: bool
    hint: str

    @property
    def name(self) -> str:
        """What it is called in a form."""
        return re.sub(r"[^a-z0-9]+", "-", self.address.partition(":")[2].lower())


@dataclass(frozen=True, slots=True)
class Piece:
    """Texts that belong together and are edited on one page."""

    address: str
    fields: tuple[Field, ...]

    @property
    def file(self) -> str:
        return self.address.partition(":")[0]

    @property
    def key(self) -> str:
        return self.address.partition(":")[2]

    @property
    def is_statement(self) -> bool:
        return self.key.startswith("statement.")

    def title(self, values: Values) -> str:
        """What it is called in lists: its own first words."""
        layer = self.file.partition("/")[2].removesuffix(".toml")
        if self.file.startswith("models/"):
            name = LAYERS[layer][0]
            part = self.key.rpartition(".")[2]
            return str(name) if self.key == MODEL else f"{name}: {ACTORS[part]}"
        first = values[self.fields[0].address]["nl"]
        return f"{_('Bouwsteen')}: {first}" if self.key.startswith("block.") else first


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the desk: one or more files."""

    slug: str
    title: Any
    says: Any
    files: tuple[str, ...]
    shown: str
    """The page where these texts are read; empty when there is more than one."""


def sections() -> tuple[Section, ...]:
    models = ("models/soil.toml", "models/meadow.toml", "models/shop.toml")
    found = [
        Section("modellen", _("De drie modellen"), _("Wat elk model is, en wat elke rol doet."), models, reverse("model:infographic")),
        Section("uitgangspunten", _("Uitgangspunten"), _("Wat in elk model geldt."), ("principles.toml",), reverse("model:infographic")),
        Section("succesfactoren", _("Succesfactoren"), _("De twaalf, met hun uitleg."), ("factors.toml",), reverse("model:factors")),
    ]  # fmt: skip
    for layer, (name, slug) in LAYERS.items():
        found.append(
            Section(
                f"stellingen-{slug}",
                _("Stellingen van de %(layer)s") % {"layer": str(name).lower()},
                _("Bouwstenen, stellingen en advies van de groeiscan."),
                (f"statements/{layer}.toml",),
                reverse("model:model", args=[slug]),
            )
        )
    found += [
        Section("plaatsen", _("Waar je begint"), _("De eerste stap die bij een advies staat."), ("places.toml",), ""),
        Section("woorden-model", _("Woorden van het model"), _("Namen en labels die overal terugkomen."), ("words/model.toml",), ""),
        Section("woorden-infographic", _("Woorden van de infographic"), _("Koppen van infographic, modelpagina's en affiche."), ("words/infographic.toml",), reverse("model:infographic")),
    ]  # fmt: skip
    named = {file for one in found for file in one.files}
    rest = tuple(file for file in shipped_raw() if file.startswith("words/") and file not in named)
    found.append(
        Section(
            "woorden-resultaat",
            _("Woorden van een resultaat"),
            _("Oordelen, waarschuwingen en uitleg bij een groeiscan."),
            rest,
            "",
        )
    )
    found += [
        Section("presentatie", _("Notities bij de presentatie"), _("Wat je bij elke dia vertelt en vraagt."), ("presentation.toml",), ""),
        Section("potgrond-droog", _("Als de potgrond uitdroogt"), _("Telkens drie stappen die helpen."), ("energy.toml",), ""),
        Section("bezwaren", _("Bezwaren en antwoorden"), _("Voor de kit van de ambassadeur van een winkel."), ("objections.toml",), ""),
    ]  # fmt: skip
    return tuple(found)


@cache
def pieces() -> Mapping[str, Piece]:
    """Every piece by its address, in the order of the files that this program ships."""
    found: dict[str, dict[str, Field]] = {}
    for spot in spots_of(shipped_raw()):
        if not spot.key.endswith(".id") or spot.language:
            piece = found.setdefault(piece_of(spot.file, spot.key), {})
            piece.setdefault(spot.address, _field(spot))
    return {
        address: Piece(address, tuple(sorted(fields.values(), key=lambda one: one.single)))
        for address, fields in found.items()
    }


def piece_of(file: str, key: str) -> str:
    """The address of the piece that a text belongs to."""
    if file.startswith("words/"):
        return f"{file}:{key}"
    parts = key.split(".")
    if file.startswith("models/") and parts[0] != "parts":
        return f"{file}:{MODEL}"
    return f"{file}:{'.'.join(parts[:2])}"


def of_section(section: Section) -> Iterator[Piece]:
    """Soil before meadow before shop, as everywhere."""
    return (one for file in section.files for one in pieces().values() if one.file == file)


def _field(spot: Spot) -> Field:
    parts = spot.key.split(".")
    last, _bracket, number = parts[-1].partition("[")
    kind = f"{parts[-2]}.{last}" if len(parts) > 1 and f"{parts[-2]}.{last}" in FIELDS else last
    if last in ("title", "text") and spot.file == "energy.toml":
        step = parts[-2].partition("[")[2].rstrip("]")
        says = _("Stap %(n)s: wat") if last == "title" else _("Stap %(n)s: hoe en waarom")
        return Field(spot.address, str(says) % {"n": step}, False, "")
    label = spot.key if spot.file.startswith("words/") else str(FIELDS.get(kind, last))
    hint = str(HINTS.get(parts[-2] if len(parts) > 1 else "", ""))
    return Field(
        spot.address, label % {"n": number.rstrip("]")} if number else label, not spot.language, hint
    )
