"""Names and codes of the vocabulary OSLO Mandaat, as the Flemish local governments publish their mandates."""

CONCEPT = "http://data.vlaanderen.be/id/concept/"
YOUTH = f"{CONCEPT}BeleidsdomeinCode/5ab10d3a4c934f28dc000072"

_FUNCTION = f"{CONCEPT}BestuursfunctieCode/"
FUNCTIONS = frozenset(
    {
        f"{_FUNCTION}5ab0e9b8a3b2ca7c5e000014",  # schepen
        f"{_FUNCTION}59a90e03-4f22-4bb9-8c91-132618db4b38",  # toegevoegde schepen
        f"{_FUNCTION}5ab0e9b8a3b2ca7c5e000013",  # burgemeester
        f"{_FUNCTION}7b038cc40bba10bec833ecfe6f15bc7a",  # aangewezen burgemeester
    }
)
"""Members of the college who can have a competence."""

_STATUS = f"{CONCEPT}MandatarisStatusCode/"
NOT_SITTING = frozenset(
    {
        f"{_STATUS}c301248f-0199-45ca-b3e5-4c596731d5fe",  # verhinderd
        f"{_STATUS}aacb3fed-b51d-4e0b-a411-f3fa641da1b3",  # titelvoerend
        f"{_STATUS}b8866fa2-d61c-4e3d-afaf-8a29eaaa7fb9",  # beëindigd
    }
)
"""Whoever is prevented, only bears the title, or stopped, does not do the work; any other status, or none, does."""

MUNICIPALITY = f"{CONCEPT}BestuurseenheidClassificatieCode/5ab0e9b8a3b2ca7c5e000001"
COLLEGE = f"{CONCEPT}BestuursorgaanClassificatieCode/5ab0e9b8a3b2ca7c5e000006"

MANDAAT = "http://data.vlaanderen.be/ns/mandaat#"
BESLUIT = "http://data.vlaanderen.be/ns/besluit#"
GENERIEK = "https://data.vlaanderen.be/ns/generiek#"
PERSOON = "http://data.vlaanderen.be/ns/persoon#"
ORG = "http://www.w3.org/ns/org#"
FOAF = "http://xmlns.com/foaf/0.1/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
"""Publishers write some of these with http and others with https: both are read."""
