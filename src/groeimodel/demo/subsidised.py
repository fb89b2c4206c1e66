"""The five partnerships that Flanders subsidised as IGS jeugd for 2021-2026, as bare names.

Members are those at the award. Where a municipality merged on 1 January 2025, its membership here
ends the day before, under its name and NIS code of then; whether the merged municipality took over
the membership is not known from the source, so nothing is said of it.
Source: https://bataljong.be/subsidieIGSjeugd
"""

from datetime import date

from groeimodel.foundation.partners import services
from groeimodel.foundation.partners.models import Municipality, Partnership

START = date(2021, 1, 1)
MERGER = date(2025, 1, 1)
LAST_DAY_BEFORE_MERGER = date(2024, 12, 31)
SOURCE = (
    "Werkingssubsidie Vlaanderen 2021-2026, leden bij de toekenning: https://bataljong.be/subsidieIGSjeugd"
)

MEMBERS: dict[str, tuple[str, ...]] = {
    "Meetjesland": (
        "Assenede",
        "Eeklo",
        "Evergem",
        "Kaprijke",
        "Lievegem",
        "Sint-Laureins",
        "Wachtebeke",
        "Zelzate",
    ),
    "Jeugdregio Pajottenland": ("Bever", "Galmaarden", "Gooik", "Herne", "Lennik", "Pepingen"),
    "Neteland": ("Grobbendonk", "Herentals", "Herenthout", "Olen", "Vorselaar"),
    "Beleefproject": ("Bekkevoort", "Geetbets", "Glabbeek", "Kortenaken", "Linter", "Zoutleeuw"),
    "Jeugdregio Noorderkempen": ("Brasschaat", "Brecht", "Essen", "Kalmthout", "Stabroek", "Wuustwezel"),
}
SLUGS = {
    "Meetjesland": "meetjesland",
    "Jeugdregio Pajottenland": "pajottenland",
    "Neteland": "neteland",
    "Beleefproject": "beleefproject",
    "Jeugdregio Noorderkempen": "noorderkempen",
}
MERGED: dict[str, tuple[str, str, str]] = {
    "Galmaarden": ("23023", "Vlaams-Brabant", "23106"),
    "Gooik": ("23024", "Vlaams-Brabant", "23106"),
    "Herne": ("23032", "Vlaams-Brabant", "23106"),
    "Wachtebeke": ("44073", "Oost-Vlaanderen", "44087"),
}
"""Members that merged on 1 January 2025: NIS code of then, province, NIS code of what they became."""


def list_subsidised() -> list[Partnership]:
    """Add the five names; the 285 municipalities must be there (`load_municipalities`)."""
    return [_list(name, members) for name, members in MEMBERS.items()]


def _list(name: str, members: tuple[str, ...]) -> Partnership:
    partnership = services.found_partnership(
        name=name,
        slug=SLUGS[name],
        legal_form=Partnership.LegalForm.PROJECT,
        public=True,
        listed_only=True,
        source=SOURCE,
    )
    for member in members:
        services.join(
            partnership=partnership,
            municipality=_municipality(member),
            since=START,
            until=LAST_DAY_BEFORE_MERGER if member in MERGED else None,
        )
    return partnership


def _municipality(name: str) -> Municipality:
    if name not in MERGED:
        return Municipality.objects.get(name=name, invented=False)
    nis, province, became = MERGED[name]
    municipality, _ = Municipality.objects.get_or_create(
        nis=nis,
        defaults={
            "name": name,
            "province": province,
            "merged_into": Municipality.objects.get(nis=became),
        },
    )
    return municipality
