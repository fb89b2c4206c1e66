"""Decisions of an organ as linked data: the vocabulary of the Flemish local decisions (OSLO Besluit and Mandaat).

One value gives both: JSON-LD here, and the attributes (RDFa) of the page that people read; a test reads both with a
reader of others and holds that they say the same. Where the words come from: docs/data/decisions.md. No Django.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

BESLUIT = "http://data.vlaanderen.be/ns/besluit#"
PREFIXES = {
    "besluit": BESLUIT,
    "mandaat": "http://data.vlaanderen.be/ns/mandaat#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "prov": "http://www.w3.org/ns/prov#",
    "dct": "http://purl.org/dc/terms/",
    "org": "http://www.w3.org/ns/org#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
DUTCH = "http://publications.europa.eu/resource/authority/language/NLD"
CONCEPT = "http://data.vlaanderen.be/id/concept/"
UNITS = {
    "projectvereniging": f"{CONCEPT}BestuurseenheidClassificatieCode/b156b67f-c5f4-4584-9b30-4c090be02fdc",
    "dienstverlenende_vereniging": f"{CONCEPT}BestuurseenheidClassificatieCode/d01bb1f6-2439-4e33-9c25-1fc295de2e71",
    "interlokale_vereniging": f"{CONCEPT}BestuurseenheidClassificatieCode/3a2649ef-7345-4d3a-8709-f89fc9b44f58",
}
"""By legal form; a partnership without one has no code, and gets none."""
ORGANS = {"board": f"{CONCEPT}BestuursorgaanClassificatieCode/013cc838-173a-4657-b1ae-b00c048df943"}
"""By kind of organ, where a code is known; Flemish code lists as read in `lblod/app-organization-portal` (MIT)."""


@dataclass(frozen=True, slots=True)
class Unit:
    """The partnership."""

    uri: str
    name: str
    legal_form: str

    @property
    def code(self) -> str:
        """Of the Flemish list; empty without a legal form that has one."""
        return UNITS.get(self.legal_form, "")


@dataclass(frozen=True, slots=True)
class Organ:
    uri: str
    name: str
    kind: str

    @property
    def code(self) -> str:
        """Of the Flemish list; empty where none is known."""
        return ORGANS.get(self.kind, "")


@dataclass(frozen=True, slots=True)
class Mandatary:
    """Somebody with a seat in the organ; the seat is the mandate."""

    uri: str
    name: str
    organ_seat: str
    """The address of the seat."""
    role: str
    """'bestuurder voor Aalter'."""


@dataclass(frozen=True, slots=True)
class Vote:
    """How many members said what, heads and not weights, as the vocabulary asks; who, unless it was secret."""

    uri: str
    in_favour: int
    against: int
    abstained: int
    secret: bool
    supporters: Sequence[str]
    """Addresses of mandataries; empty in secret."""
    opponents: Sequence[str]
    abstainers: Sequence[str]
    outcome: str
    """In words: 'aangenomen met 5 stemmen voor, 1 tegen en 0 onthoudingen'."""


@dataclass(frozen=True, slots=True)
class Session:
    """The sitting in which it was taken."""

    uri: str
    planned: datetime
    began: datetime | None
    ended: datetime | None
    place: str
    present: Sequence[Mandatary]


@dataclass(frozen=True, slots=True)
class Published:
    """One decision, ready to be shown to everyone."""

    uri: str
    number: int
    title: str
    text: str
    motivation: str
    taken_on: date
    published_on: date
    unit: Unit
    organ: Organ
    session: Session
    point: str
    """The address of the point of the agenda."""
    treatment: str
    """The address of how the point was handled."""
    vote: Vote
    open_to_public: bool
    """Whether the sitting was open to the public."""


def as_json_ld(decision: Published) -> dict[str, Any]:
    """The whole decision as one JSON-LD document with its own context; fetches nothing."""
    session = decision.session
    return {
        "@context": dict(PREFIXES),
        "@graph": [
            {
                "@id": decision.uri,
                "@type": "besluit:Besluit",
                "eli:title": _text(decision.title),
                "prov:value": _text(decision.text),
                "besluit:motivering": {"@value": decision.motivation, "@language": "nl"},
                "eli:language": {"@id": DUTCH},
                "eli:date_publication": _typed("date", decision.published_on),
                "prov:wasGeneratedBy": {"@id": decision.treatment},
            },
            {
                "@id": decision.treatment,
                "@type": "besluit:BehandelingVanAgendapunt",
                "dct:subject": {"@id": decision.point},
                "prov:generated": {"@id": decision.uri},
                "besluit:heeftStemming": {"@id": decision.vote.uri},
                "besluit:heeftAanwezige": [{"@id": one.uri} for one in session.present],
                "besluit:openbaar": _flag(decision.open_to_public),
            },
            {"@id": decision.point, "@type": "besluit:Agendapunt", "dct:title": _text(decision.title)},
            _vote(decision),
            _session(decision),
            _organ(decision.organ, decision.unit),
            _unit(decision.unit),
            *(_mandatary(one) for one in session.present),
            *(_seat(one) for one in session.present),
            *(_person(one) for one in session.present),
        ],
    }


def _text(words: str) -> dict[str, str]:
    return {"@value": words, "@type": "xsd:string"}


def _typed(kind: str, value: date | datetime) -> dict[str, str]:
    return {"@value": value.isoformat(), "@type": f"xsd:{kind}"}


def _flag(value: bool) -> dict[str, str]:
    return {"@value": str(value).lower(), "@type": "xsd:boolean"}


def _number(value: int) -> dict[str, str]:
    return {"@value": str(value), "@type": "xsd:integer"}


def _vote(decision: Published) -> dict[str, Any]:
    vote = decision.vote
    return {
        "@id": vote.uri,
        "@type": "besluit:Stemming",
        "besluit:onderwerp": _text(decision.title),
        "besluit:aantalVoorstanders": _number(vote.in_favour),
        "besluit:aantalTegenstanders": _number(vote.against),
        "besluit:aantalOnthouders": _number(vote.abstained),
        "besluit:geheim": _flag(vote.secret),
        "besluit:gevolg": _text(vote.outcome),
        "besluit:heeftAanwezige": [{"@id": one.uri} for one in decision.session.present],
        "besluit:heeftVoorstander": [{"@id": one} for one in vote.supporters],
        "besluit:heeftTegenstander": [{"@id": one} for one in vote.opponents],
        "besluit:heeftOnthouder": [{"@id": one} for one in vote.abstainers],
    }


def _session(decision: Published) -> dict[str, Any]:
    session = decision.session
    found: dict[str, Any] = {
        "@id": session.uri,
        "@type": "besluit:Zitting",
        "besluit:isGehoudenDoor": {"@id": decision.organ.uri},
        "besluit:geplandeStart": _typed("dateTime", session.planned),
        "besluit:behandelt": {"@id": decision.point},
        "besluit:heeftAanwezigeBijStart": [{"@id": one.uri} for one in session.present],
    }
    if session.began:
        found["prov:startedAtTime"] = _typed("dateTime", session.began)
    if session.ended:
        found["prov:endedAtTime"] = _typed("dateTime", session.ended)
    return found


def _organ(organ: Organ, unit: Unit) -> dict[str, Any]:
    found: dict[str, Any] = {
        "@id": organ.uri,
        "@type": "besluit:Bestuursorgaan",
        "skos:prefLabel": _text(organ.name),
        "besluit:bestuurt": {"@id": unit.uri},
    }
    if organ.code:
        found["org:classification"] = {"@id": organ.code}
    return found


def _unit(unit: Unit) -> dict[str, Any]:
    found: dict[str, Any] = {
        "@id": unit.uri,
        "@type": "besluit:Bestuurseenheid",
        "skos:prefLabel": _text(unit.name),
    }
    if unit.code:
        found["besluit:classificatie"] = {"@id": unit.code}
    return found


def _mandatary(one: Mandatary) -> dict[str, Any]:
    return {
        "@id": one.uri,
        "@type": "mandaat:Mandataris",
        "org:holds": {"@id": one.organ_seat},
        "mandaat:isBestuurlijkeAliasVan": {"@id": f"{one.uri}/persoon"},
    }


def _seat(one: Mandatary) -> dict[str, Any]:
    return {"@id": one.organ_seat, "@type": "mandaat:Mandaat", "skos:prefLabel": _text(one.role)}


def _person(one: Mandatary) -> dict[str, Any]:
    return {"@id": f"{one.uri}/persoon", "@type": "foaf:Person", "foaf:name": _text(one.name)}
