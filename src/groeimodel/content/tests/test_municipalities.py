"""The register of Flemish municipalities: complete, and findable by what people write."""

import pytest

from groeimodel.content.municipalities import municipalities


def name_of(text: str) -> str | None:
    found = municipalities().find(text)
    return found.name if found else None


def test_all_285_are_there_once() -> None:
    register = municipalities().all
    assert len(register) == 285
    assert len({one.nis for one in register}) == len({one.name for one in register}) == 285
    assert sum(one.population_2020 for one in register) == 6_629_143, "Statbel's total for the region"
    assert {one.province for one in register} == {
        "Antwerpen",
        "Limburg",
        "Oost-Vlaanderen",
        "Vlaams-Brabant",
        "West-Vlaanderen",
    }


def test_each_is_found_by_name_and_by_code() -> None:
    for one in municipalities():
        assert municipalities().find(one.name) is one
        assert municipalities().find(one.name.upper()) is one
        assert municipalities().find(one.name.replace("-", " ")) is one
        assert municipalities().find(one.nis) is one


def test_each_other_name_leads_to_one_that_is_there_today() -> None:
    for one in municipalities():
        for other in (*one.other_names, *one.former_codes):
            found = municipalities().find(other)
            assert found is one or (found is not None and other in (found.name, found.nis))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Herne", "Pajottegem"), ("Galmaarden", "Pajottegem"), ("23023", "Pajottegem"), ("Melle", "Merelbeke-Melle"),
        ("Merelbeke", "Merelbeke-Melle"), ("Ham", "Tessenderlo-Ham"), ("Borsbeek", "Antwerpen"), ("Puurs", "Puurs-Sint-Amands"),
        ("Neerpelt", "Pelt"), ("Kruishoutem", "Kruisem"), ("Beveren", "Beveren-Kruibeke-Zwijndrecht"), ("Tielt", "Tielt"),
        ("Renaix", "Ronse"), ("Rhode-Saint-Genèse", "Sint-Genesius-Rode"), ("Gand", "Gent"), ("Antwerp", "Antwerpen"),
        ("St.-Truiden", "Sint-Truiden"), ("St Niklaas", "Sint-Niklaas"), ("heist op den berg", "Heist-op-den-Berg"),
        (" Gent\t", "Gent"), ("Stad Gent", "Gent"), ("gemeente Herne", "Pajottegem"), ("9000 Gent", "Gent"), ("Gent (9000)", "Gent"),
        ("44021.0", "Gent"), ("Ronse (Renaix)", "Ronse"),
    ],
)  # fmt: skip
def test_what_people_write(text: str, name: str) -> None:
    assert name_of(text) == name


@pytest.mark.parametrize("text", ["", " ", "Brussel", "Amsterdam", "9000", "99999", "Gemeente", "Haan", "-"])
def test_what_is_no_flemish_municipality(text: str) -> None:
    assert name_of(text) is None


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("Antwrpen", ("Antwerpen",)),
        ("Truiden", ("Sint-Truiden",)),
        ("Hasslt", ("Hasselt",)),
        ("Merelbke", ("Merelbeke-Melle",)),
        ("Kruibeke Zwijndrecht", ("Beveren-Kruibeke-Zwijndrecht",)),
        ("xyzzy", ()),
        ("", ()),
    ],
)
def test_the_nearest_names(text: str, nearest: tuple[str, ...]) -> None:
    assert municipalities().nearest(text) == nearest


def test_the_nearest_names_are_at_most_three() -> None:
    assert len(municipalities().nearest("Sint")) == 3


def test_no_name_or_code_leads_to_two() -> None:
    claimed: dict[str, str] = {}
    for one in municipalities():
        for text in (*one.other_names, *one.former_codes):
            assert claimed.setdefault(text, one.nis) == one.nis
