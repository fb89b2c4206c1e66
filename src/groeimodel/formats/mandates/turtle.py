"""Mandates in Turtle: follows the ways of the vocabulary from mandate to person, function and municipality."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from groeimodel.formats.mandates.records import Loose, Value
from groeimodel.formats.mandates.vocabulary import (
    BESLUIT,
    COLLEGE,
    FOAF,
    GENERIEK,
    MANDAAT,
    MUNICIPALITY,
    ORG,
    PERSOON,
    SKOS,
)
from groeimodel.formats.questionnaire.problems import fail

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

LINE = re.compile(r"at line (\d+)")
CLASSIFICATION = (f"{BESLUIT}classificatie", f"{ORG}classification")


def loose_of_turtle(text: str) -> list[Loose]:
    """One for each mandate.

    Raises:
        BadInput: it cannot be read as Turtle.
    """
    from rdflib import Graph

    # It tells every odd literal with its text, which may be somebody's.
    logging.getLogger("rdflib.term").setLevel(logging.CRITICAL)
    graph = Graph(bind_namespaces="none")
    try:
        graph.parse(data=text, format="turtle")
    except RecursionError:
        raise fail("Dit Turtle-bestand is te diep genest.", "Haal het opnieuw op.") from None
    except Exception as error:
        # rdflib raises several kinds for bad syntax, and their text shows a piece of the file.
        line = LINE.search(str(error))
        where = f" De fout staat op of rond regel {line[1]}." if line else ""
        raise fail(f"Dit bestand is geen Turtle en geen JSON.{where}", "Haal het opnieuw op.") from None
    return [_loose(graph, node) for node in _mandates(graph)]


def _mandates(graph: Graph) -> Iterator[Node]:
    from rdflib import RDF, URIRef

    found = {
        one
        for kind in _both(f"{MANDAAT}Mandataris")
        for one in graph.subjects(RDF.type, URIRef(kind))
        if isinstance(one, URIRef)
    }
    return iter(sorted(found))


def _loose(graph: Graph, node: Node) -> Loose:
    loose = Loose(str(node))

    def fill(name: str, subjects: Iterable[Node], *ways: str) -> None:
        for subject in subjects:
            for value in _follow(graph, subject, *ways):
                loose.add(name, _value(value))

    people = list(_follow(graph, node, f"{MANDAAT}isBestuurlijkeAliasVan"))
    posts = list(_follow(graph, node, f"{ORG}holds"))
    for person in people:
        loose.add("person", _value(person))
    fill("given", people, f"{PERSOON}gebruikteVoornaam")
    if "given" not in loose.values:
        fill("given", people, f"{FOAF}givenName")
    fill("family", people, f"{FOAF}familyName")
    fill("function", posts, f"{ORG}role")
    fill("municipality", _municipalities(graph, posts), f"{SKOS}prefLabel")
    fill("domain", [node], f"{MANDAAT}beleidsdomein")
    fill("start", [node], f"{MANDAAT}start")
    fill("end", [node], f"{MANDAAT}einde")
    fill("status", [node], f"{MANDAAT}status")
    return loose


def _municipalities(graph: Graph, posts: Iterable[Node]) -> Iterator[Node]:
    """From a post to its college, to the municipality that it governs; other organs and governments are passed over."""
    from rdflib import URIRef

    for post in posts:
        for way in _both(f"{ORG}hasPost"):
            for organ in graph.subjects(URIRef(way), post):
                general = _follow(
                    graph, organ, f"{MANDAAT}isTijdspecialisatieVan", f"{GENERIEK}isTijdspecialisatieVan"
                )
                for one in (organ, *general):
                    if _may_be(graph, one, COLLEGE):
                        units = _follow(graph, one, f"{BESLUIT}bestuurt")
                        yield from (unit for unit in units if _may_be(graph, unit, MUNICIPALITY))


def _may_be(graph: Graph, node: Node, kind: str) -> bool:
    """Of this kind, or nothing is said about its kind."""
    kinds = {str(one) for one in _follow(graph, node, *CLASSIFICATION)}
    return not kinds or not kinds.isdisjoint(_both(kind))


def _follow(graph: Graph, subject: Node, *ways: str) -> Iterator[Node]:
    from rdflib import URIRef

    for way in ways:
        for spelling in _both(way):
            yield from graph.objects(subject, URIRef(spelling))


def _both(address: str) -> tuple[str, str]:
    """With http and with https."""
    rest = address.partition("://")[2]
    return f"http://{rest}", f"https://{rest}"


def _value(node: Node) -> Value:
    from rdflib import Literal

    return Value(str(node), (node.language or "") if isinstance(node, Literal) else "")
