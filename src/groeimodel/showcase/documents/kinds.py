"""The documents that can be made: for whom, how long, as which files, and what goes into them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from django.utils.translation import gettext_lazy as _

Audience = Literal["college", "council", "residents", "partners"]
AUDIENCES: tuple[tuple[Audience, Any, Any], ...] = (
    ("college", _("Voor het college"), _("Wat brengt het op, wat steken we erin, en wat komt eraan?")),
    ("council", _("Voor de gemeenteraad"), _("Een volledig beeld, met elk cijfer en elke bron.")),
    ("residents", _("Voor inwoners"), _("Wat is er voor kinderen en jongeren? Zonder namen van mensen.")),
    ("partners", _("Voor partners en subsidie"), _("Bijlagen voor een dossier, en alles samen in één map.")),
)
FORMS = {"pdf": _("PDF"), "docx": _("Word"), "pptx": _("PowerPoint"), "png": _("Afbeelding"), "zip": _("ZIP")}
"""How a file is called on a button."""


@dataclass(frozen=True, slots=True)
class Kind:
    key: str
    """Stands in addresses and in the names of files."""
    audience: Audience
    title: Any
    says: Any
    length: Any
    formats: tuple[str, ...]
    parts: tuple[str, ...] = ()
    """What it is made of, as in `previews.SECTIONS`."""
    local: bool = False
    """Made for one municipality; else for the partnership as a whole."""
    period: bool = True
    """About the period that is chosen."""
    when: Any = ""
    """About which days, where those are not chosen: in words, for the card."""
    long: bool = False
    """Takes more than two seconds: goes into the queue."""
    page: str = ""
    """Name of the address where it is made, for what another room makes."""
    only_form: str = ""
    """The legal form that it belongs to."""


WHOLE = ("meetings", "harvest", "actions", "results", "lessons", "offers", "money", "decisions", "ahead")

KINDS: tuple[Kind, ...] = (
    Kind(
        "collegenota",
        "college",
        _("Nota aan het college"),
        _("Voor de map van het college: wat je gemeente eraan heeft, wat ze erin steekt en wat eraan komt."),
        _("1 bladzijde"),
        ("pdf", "docx"),
        ("harvest", "actions", "results", "hours", "decisions", "ahead"),
        local=True,
    ),
    Kind(
        "dia-college",
        "college",
        _("Dia’s voor het college"),
        _("Om te tonen op de zitting, met wat je erbij kunt zeggen in de notities."),
        _("een tiental dia's"),
        ("pptx",),
        ("harvest", "actions", "results", "ahead"),
        local=True,
    ),
    Kind(
        "kit",
        "college",
        _("Ambassadeurskit"),
        _("Drie dingen om te vertellen, en antwoorden voor wie twijfelt."),
        _("1 bladzijde"),
        page="kit:own",
        formats=("pdf",),
        period=False,
    ),
    Kind(
        "oogstblad",
        "college",
        _("Oogstblad"),
        _("Wat je gemeente nu gebruikt dankzij de anderen. Voor het college, collega's of inwoners."),
        _("1 bladzijde"),
        page="sheets:choose",
        formats=("pdf",),
        parts=("harvest",),
    ),
    Kind(
        "evaluatie",
        "council",
        _("Jaarlijkse evaluatie"),
        _("Voor de gemeenteraad die de interlokale vereniging evalueert, met een voorstel van besluit."),
        _("3 tot 6 bladzijden"),
        ("pdf", "docx"),
        ("meetings", "harvest", "actions", "results", "money", "decisions", "lessons", "ahead"),
        local=True,
        only_form="interlokale_vereniging",
    ),
    Kind(
        "jaarverslag",
        "council",
        _("Jaarverslag"),
        _("Alles wat genoteerd is: partners, potgrond, weide, winkel, geld, besluiten en lessen."),
        _("5 tot 14 bladzijden"),
        ("pdf", "docx"),
        WHOLE,
    ),
    Kind(
        "dia-raad",
        "council",
        _("Dia’s voor de gemeenteraad"),
        _("Voor een commissie of de raad: de hele samenwerking, met bronnen en notities."),
        _("een tiental dia's"),
        ("pptx",),
        ("harvest", "actions", "results", "decisions", "ahead"),
    ),
    Kind(
        "affiche-tuin",
        "residents",
        _("Affiche van jullie tuin"),
        _("De eigen tuin, groot, met wat alles betekent. Om op te hangen."),
        _("1 blad A3"),
        ("pdf",),
        ("actions", "harvest"),
        period=False,
        when=_("vandaag"),
    ),
    Kind(
        "affiche-model",
        "residents",
        _("Affiche van het groeimodel"),
        _("Potgrond, bloemenweide en bloemenwinkel op één blad, voor wie het model niet kent."),
        _("1 blad A3"),
        page="model:poster",
        formats=("pdf",),
        period=False,
    ),
    Kind(
        "kaartje",
        "residents",
        _("Kaartje voor sociale media"),
        _("De tuin van vandaag met één zin erbij, klaar om te delen."),
        _("1 afbeelding"),
        ("png",),
        ("actions",),
        period=False,
        when=_("vandaag"),
    ),
    Kind(
        "bijlagen",
        "partners",
        _("Bijlagen bij een subsidiedossier"),
        _(
            "Partners, medefinanciering, acties met resultaten en bereik, organen en bevoegdheden, over de termijn van het dossier."
        ),
        _("3 tot 8 bladzijden"),
        ("pdf", "docx"),
        ("actions", "results", "money"),
        period=False,
        when=_("termijn van het dossier"),
    ),
    Kind(
        "collegenotas",
        "partners",
        _("Alle nota’s aan de colleges"),
        _("De nota van elke gemeente, als PDF en als Word, samen in één bestand."),
        _("1 bladzijde per gemeente"),
        ("zip",),
        ("harvest", "actions", "results", "hours", "decisions", "ahead"),
        long=True,
    ),
    Kind(
        "alles",
        "partners",
        _("Alles in één keer"),
        _("Alle documenten van deze pagina voor jouw gemeente, samen in één bestand."),
        _("een map vol"),
        ("zip",),
        WHOLE,
        local=True,
        long=True,
    ),
)


def kind_of(key: str) -> Kind | None:
    return next((one for one in KINDS if one.key == key), None)


def title_of(key: str) -> str:
    kind = kind_of(key)
    return str(kind.title) if kind else key
