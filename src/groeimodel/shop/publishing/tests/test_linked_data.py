"""A published decision, read by programs that others wrote: the page (RDFa) and the data (JSON-LD) say the same (claim B2)."""

import io

import pytest
from django.test import Client
from django.urls import reverse
from pyRdfa import pyRdfa
from rdflib import RDF, XSD, Graph, Literal, Namespace, URIRef
from rdflib.compare import graph_diff, to_isomorphic

from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.organs.models import Organ
from groeimodel.shop.publishing import services
from groeimodel.shop.sittings import services as sittings
from groeimodel.shop.sittings.tests import kit

BESLUIT = Namespace("http://data.vlaanderen.be/ns/besluit#")
MANDAAT = Namespace("http://data.vlaanderen.be/ns/mandaat#")
ELI = Namespace("http://data.europa.eu/eli/ontology#")
PROV = Namespace("http://www.w3.org/ns/prov#")
USAGE = URIRef("http://www.w3.org/ns/rdfa#usesVocabulary")

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph")
"""Inside the reader of JSON-LD."""


def read(client: Client, decision: Decision) -> tuple[Graph, Graph]:
    """What a reader of RDFa finds in the page, and one of JSON-LD in the data."""
    page = client.get(reverse("publishing:decision", args=["testland", decision.number]))
    data = client.get(reverse("publishing:data", args=["testland", decision.number]))
    assert data["Content-Type"] == "application/ld+json"
    where = f"http://127.0.0.1:8000{page.request['PATH_INFO']}"
    in_page = Graph()
    pyRdfa(base=where, media_type="text/html").graph_from_source(io.BytesIO(page.content), graph=in_page)
    return in_page, Graph().parse(data=data.text, format="json-ld")


@pytest.mark.claim("B2")
def test_page_and_data_say_the_same(client: Client, cast: Cast, decision: Decision) -> None:
    services.publish(partnership=cast.partnership, decisions=[decision])
    in_page, in_data = read(client, decision)
    _both, only_page, only_data = graph_diff(to_isomorphic(in_page), to_isomorphic(in_data))
    assert not list(only_data)
    assert not [one for one in only_page if "rdfa#" not in str(one[1])]


@pytest.mark.claim("B2")
def test_it_holds_what_the_profile_of_the_flemish_decisions_asks(
    client: Client, cast: Cast, decision: Decision
) -> None:
    services.publish(partnership=cast.partnership, decisions=[decision])
    graph = read(client, decision)[0]

    def only(kind: URIRef) -> URIRef:
        (found,) = graph.subjects(RDF.type, kind)
        assert isinstance(found, URIRef)
        return found

    taken, treatment, vote, sitting = (
        only(BESLUIT[name]) for name in ("Besluit", "BehandelingVanAgendapunt", "Stemming", "Zitting")
    )
    for thing, names in {
        taken: (ELI.title, PROV.value, BESLUIT.motivering, ELI.language, PROV.wasGeneratedBy),
        treatment: (URIRef("http://purl.org/dc/terms/subject"), BESLUIT.openbaar, BESLUIT.heeftAanwezige),
        vote: (BESLUIT.onderwerp, BESLUIT.gevolg, BESLUIT.geheim, BESLUIT.heeftAanwezige),
        sitting: (BESLUIT.behandelt, BESLUIT.geplandeStart, BESLUIT.isGehoudenDoor, PROV.startedAtTime),
    }.items():
        for one in names:
            assert list(graph.objects(thing, one)), (thing, one)
    assert (taken, ELI.title, Literal("Het plan <goedkeuren> & beginnen", datatype=XSD.string)) in graph
    assert graph.value(taken, PROV.wasGeneratedBy) == treatment
    heads = [("aantalVoorstanders", "heeftVoorstander", 2), ("aantalTegenstanders", "heeftTegenstander", 1)]
    for name, who, count in [*heads, ("aantalOnthouders", "heeftOnthouder", 1)]:
        assert graph.value(vote, BESLUIT[name]) == Literal(count, datatype=XSD.integer)
        assert len(list(graph.objects(vote, BESLUIT[who]))) == count
    people = list(graph.subjects(RDF.type, MANDAAT.Mandataris))
    assert len(people) == 4
    assert all(list(graph.objects(one, MANDAAT.isBestuurlijkeAliasVan)) for one in people)


def test_who_voted_what_in_secret_is_nowhere(client: Client, cast: Cast) -> None:
    board: Organ = kit.board(cast)
    sitting = sittings.call_sitting(organ=board, starts=kit.soon())
    item = sittings.put_on_agenda(sitting=sitting, title="Wie wordt secretaris?", kind="persons")
    sittings.open_sitting(sitting=sitting, present=kit.seats_of(board))
    sittings.enter_papers(item=item, pro=3, against=1)
    decision = sittings.count(item=item).decision
    assert decision is not None
    services.publish(partnership=cast.partnership, decisions=[decision])
    for graph in read(client, decision):
        assert not list(graph.triples((None, BESLUIT.heeftVoorstander, None)))
        assert not list(graph.triples((None, BESLUIT.heeftOnthouder, None)))
        assert Literal(3, datatype=XSD.integer) in set(graph.objects(None, BESLUIT.aantalVoorstanders))


def test_its_lasting_addresses_lead_somewhere(client: Client, cast: Cast, decision: Decision) -> None:
    services.publish(partnership=cast.partnership, decisions=[decision])
    graph = read(client, decision)[1]
    for kind in (BESLUIT.Bestuursorgaan, BESLUIT.Bestuurseenheid, BESLUIT.Zitting, MANDAAT.Mandataris):
        for one in graph.subjects(RDF.type, kind):
            path = str(one).removeprefix("http://127.0.0.1:8000")
            assert client.get(path, follow=True).status_code == 200, path
    assert client.get("/igs/testland/id/onzin/1/").status_code == 404


def test_who_left_after_the_count_voted_all_the_same(client: Client, cast: Cast) -> None:
    board = kit.board(cast)
    seats = kit.seats_of(board)
    sitting = kit.opened(board, present=seats[:4])
    item = kit.point(sitting)
    sittings.set_votes(item=item, choices={seats[0].pk: "for", seats[1].pk: "for", seats[2].pk: "against"})
    decision = sittings.count(item=item).decision
    assert decision is not None
    sittings.set_presence(sitting=sitting, present=[seats[0], seats[4]])
    services.publish(partnership=cast.partnership, decisions=[decision])
    for graph in read(client, decision):
        said = [
            int(str(next(graph.objects(None, name))))
            for name in (BESLUIT.aantalVoorstanders, BESLUIT.aantalTegenstanders, BESLUIT.aantalOnthouders)
        ]
        assert said == [2, 1, 1]
