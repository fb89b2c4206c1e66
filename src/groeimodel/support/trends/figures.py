"""Which figures are compared and which are published, with how each is told. One place, for pages and files alike."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Compared:
    """One figure of a partnership that stands among others."""

    key: str
    layer: str
    """'soil', 'meadow', 'shop' or 'gauge'."""
    label: Any
    unit: Any
    """What follows the figure: 'ontmoetingen'."""
    step: Decimal
    """How coarse it is compared; see docs/rules/bands.md."""
    how: Any


COMPARED = (
    Compared(
        "meetings", "soil", _("Ontmoetingen"), _("ontmoetingen"), Decimal(2),
        _("Hoe vaak jullie samenzaten in de laatste twaalf maanden."),
    ),
    Compared(
        "energy", "soil", _("Energie"), _("op 100"), Decimal(10),
        _("Wat alle gemeenten samen deden in het laatste half jaar, zoals op de pagina ‘Energie’."),
    ),
    Compared(
        "seats", "soil", _("Gevulde zetels"), "%", Decimal(10),
        _("Hoeveel van de zetels van schepenen en ambtenaren ingevuld zijn."),
    ),
    Compared(
        "exchanged", "soil", _("Uitwisseling"), _("per partner"), Decimal("0.5"),
        _("Hoe vaak een gemeente iets van een andere gebruikte in de laatste twaalf maanden."),
    ),
    Compared(
        "harvest", "soil", _("Oogst"), _("per partner"), Decimal("0.5"),
        _("Wat gemeenten nu lokaal gebruiken dankzij elkaar, uit de laatste twaalf maanden."),
    ),
    Compared(
        "granted", "soil", _("Uren die schepenen geven"), _("uur per maand per partner"), Decimal(4),
        _("De uren in tijdsmandaten die nu gelden."),
    ),
    Compared(
        "running", "meadow", _("Lopende acties"), _("per partner"), Decimal("0.5"),
        _("Acties die nu lopen, op de gezamenlijke weide en op de percelen."),
    ),
    Compared(
        "trust", "gauge", _("Vertrouwen"), _("op 100"), Decimal(10),
        _("De laatste polsslag die getoond mag worden."),
    ),
    Compared(
        "scan_soil", "gauge", _("Toestand van de potgrond"), _("op 100"), Decimal(10),
        _("Uit jullie laatste groeiscan."),
    ),
    Compared(
        "scan_meadow", "gauge", _("Toestand van de bloemenweide"), _("op 100"), Decimal(10),
        _("Uit jullie laatste groeiscan."),
    ),
    Compared(
        "scan_shop", "gauge", _("Toestand van de bloemenwinkel"), _("op 100"), Decimal(10),
        _("Uit jullie laatste groeiscan."),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Published:
    """One open figure over all partnerships."""

    key: str
    layer: str
    title: Any
    unit: Any
    how: Any


PUBLISHED = (
    Published(
        "partnerships", "", _("Samenwerkingen"), _("samenwerkingen"),
        _("Samenwerkingen die hun cijfers laten meetellen."),
    ),
    Published(
        "members", "", _("Partners"), _("partners"),
        _("Gemeenten die partner waren op 31 december. Wie in twee samenwerkingen zit, telt twee keer."),
    ),
    Published(
        "municipalities", "soil", _("Gemeenten die elkaar ontmoetten"), _("gemeenten"),
        _("Gemeenten waarvan iemand op minstens één ontmoeting was."),
    ),
    Published(
        "meetings", "soil", _("Ontmoetingen"), _("ontmoetingen"), _("Ontmoetingen die doorgingen."),
    ),
    Published(
        "harvest", "soil", _("Oogst"), _("keer oogst"),
        _("Dingen die een gemeente lokaal gebruikt dankzij de andere."),
    ),
    Published(
        "picked", "meadow", _("Afgeronde acties"), _("acties"), _("Acties die in het jaar afgerond werden."),
    ),
    Published(
        "reach", "meadow", _("Bereikte mensen"), _("mensen"),
        _("Kinderen, jongeren en anderen die met acties bereikt werden, zoals de samenwerkingen het noteerden."),
    ),
    Published(
        "offers", "shop", _("Aanbod in de winkels"), _("keer aanbod"),
        _("Wat in de winkels lag op de dag dat deze cijfers gemaakt werden."),
    ),
)  # fmt: skip
MODELS = {
    "soil": _("Potgrond"),
    "meadow": _("Bloemenweide"),
    "shop": _("Bloemenwinkel"),
    "none": _("nog geen streefbeeld"),
}
"""The model that a partnership aims for."""
PROVINCES = ("Antwerpen", "Limburg", "Oost-Vlaanderen", "Vlaams-Brabant", "West-Vlaanderen")
DIMENSIONS = ("model", "province")
"""What totals are parted by; the first goes first."""
