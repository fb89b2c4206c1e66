"""Files as the register gives them, from a line per mandate."""

import json
from dataclasses import dataclass

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from groeimodel.formats.mandates.sparql_json import FIELDS
from groeimodel.formats.mandates.vocabulary import CONCEPT, YOUTH
from groeimodel.foundation.partners.models import Tenure
from groeimodel.foundation.testing.cast import Cast

ALDERMAN = f"{CONCEPT}BestuursfunctieCode/5ab0e9b8a3b2ca7c5e000014"
PREVENTED = f"{CONCEPT}MandatarisStatusCode/c301248f-0199-45ca-b3e5-4c596731d5fe"
URI = "http://data.lblod.info/id/personen/"


@dataclass(frozen=True)
class Row:
    place: str
    name: str
    start: str
    end: str = ""
    person: str = ""
    """Last part of the address; the name where it is left out."""
    status: str = ""


def file_of(*rows: Row) -> bytes:
    """The results of the SPARQL question."""
    bindings = []
    for number, one in enumerate(rows):
        given, _space, family = one.name.partition(" ")
        cells = {
            "mandataris": f"http://data.lblod.info/id/mandatarissen/{number}-{one.start}",
            "persoon": uri(one.person or one.name),
            "voornaam": given,
            "familienaam": family or "-",
            "gemeente": one.place,
            "functie": ALDERMAN,
            "beleidsdomein": YOUTH,
            "start": one.start,
            "einde": one.end,
            "status": one.status,
        }
        bindings.append({name: {"type": "literal", "value": value} for name, value in cells.items() if value})
    content = {"head": {"vars": ["mandataris", *FIELDS]}, "results": {"bindings": bindings}}
    return json.dumps(content).encode()


def uri(person: str) -> str:
    return URI + person.replace(" ", "-")


def page(name: str) -> str:
    return reverse(f"aldermen:{name}", args=["testland"])


def send(client: Client, *rows: Row) -> str:
    """Upload a file; the page that follows."""
    file = SimpleUploadedFile("mandaten.json", file_of(*rows))
    return str(client.post(page("import"), {"file": file}, follow=True).text)


def fingerprint(shown: str) -> str:
    return shown.split('name="seen" value="')[1].split('"', maxsplit=1)[0]


def chosen(shown: str) -> dict[str, str]:
    """The choices that are ticked on the page, by name of the field."""
    found = {}
    for part in shown.split('<input type="radio" name="')[1:]:
        name, rest = part.split('" value="', maxsplit=1)
        value, tail = rest.split('"', maxsplit=1)
        if tail.startswith(" checked"):
            found[name] = value
    return found


def confirm(client: Client, shown: str, **fields: str) -> str:
    """Send what is ticked, with other choices in the place of some."""
    data = {"seen": fingerprint(shown), **chosen(shown), **fields}
    return str(client.post(page("confirm"), data, follow=True).text)


def seat(cast: Cast, municipality: str) -> list[tuple[str, str, str]]:
    """Everybody who ever sat on the alderman's seat: name, first and last day."""
    rows = Tenure.objects.filter(
        seat__role="alderman",
        seat__membership__partnership=cast.partnership,
        seat__membership__municipality__name=municipality,
    )
    return [
        (one.person.name, one.starts.isoformat(), one.ends.isoformat() if one.ends else "")
        for one in rows.select_related("person").order_by("starts", "pk")
    ]
