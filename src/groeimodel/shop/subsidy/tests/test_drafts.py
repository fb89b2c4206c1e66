"""Drafts are made from what is recorded, and stand in the Word file with their length (claim B6)."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django_scopes import scope
from docx import Document

from groeimodel.content.subsidy import DRAFTS
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.evaluation.models import Evaluation
from groeimodel.shop.subsidy import services
from groeimodel.shop.subsidy.drafting import draft_of
from groeimodel.shop.subsidy.selectors import standing_of
from groeimodel.shop.subsidy.tests.helpers import a_file, the_paper, year_of_books
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.needs.models import Need

TODAY = date(2025, 6, 1)


def recorded(cast: Cast) -> None:
    """One of each, and one of each that lies before the term."""
    here = cast.partnership
    for title, starts in (("Kamp", date(2024, 7, 1)), ("Oud feest", date(2019, 7, 1))):
        action = Action.objects.create(
            partnership=here,
            title=title,
            stage=Action.Stage.HARVEST,
            species=Action.Species.values[0],
            starts=starts,
            ends=starts.replace(day=10),
            budget=Decimal(100),
            taken_down_on=starts,
        )
        Evaluation.objects.create(
            action=action,
            reach=120,
            reach_source="telling",
            title=f"Les van {title}",
            learned="Op tijd beginnen",
            verdict=Evaluation.Verdict.AGAIN,
            reason="Goed",
            closed_at=f"{starts.year}-09-01T10:00:00Z",
        )
        Harvest.objects.create(
            partnership=here, municipality=cast.municipality, title=f"Oogst van {title}", gained_on=starts
        )
    Need.objects.create(
        partnership=here,
        municipality=cast.neighbour,
        title="Plek om te fuiven",
        source="seen",
        heard_on=TODAY,
    )


@pytest.mark.claim("B6")
def test_each_draft_tells_what_is_recorded_in_the_term(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        dossier = a_file(cast)
        standing = standing_of(dossier, TODAY)
        assert standing is not None
        before = {kind: draft_of(kind, standing, TODAY) for kind in DRAFTS}
        assert [kind for kind, text in before.items() if text] == ["partners"]
        recorded(cast)
        year_of_books(cast, 2024, "1000", "900", came_in="1000")
        standing = standing_of(dossier, TODAY)
        assert standing is not None
        found = {kind: draft_of(kind, standing, TODAY) for kind in DRAFTS}
    assert "Proefdorp: schepen Amina, ambtenaar Bram" in found["partners"]
    assert "Kamp" in found["actions"]
    assert "120 kinderen en jongeren (telling)" in found["actions"]
    assert "Oud feest" not in "".join(found.values())
    assert "Oogst van Kamp." in found["harvest"]
    assert "Les van Kamp." in found["lessons"]
    assert "Buurdorp: Plek om te fuiven." in found["needs"]
    assert "bijdragen van gemeenten: begroot €\xa01.000, werkelijk €\xa01.000" in found["money"]
    assert (
        "- 2024: begroot: €\xa01.000 eigen inbreng naast €\xa0900 subsidie. "
        "werkelijk: €\xa01.000 eigen inbreng naast €\xa00 subsidie."
    ) in found["cofinancing"]
    assert "2023" not in found["cofinancing"], "a year without figures says nothing"


def test_the_word_file_holds_own_text_else_the_draft(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    with scope(partnership=cast.partnership):
        dossier = a_file(cast)
        recorded(cast)
        year_of_books(cast, 2024, "1000", "900", came_in="1000")
        services.grant(dossier=dossier, amounts={2024: Decimal(900)})
        paper = the_paper(dossier)
        services.write(paper=paper, block="harvest", text="Ons eigen verhaal.", limit=10)
    with time_machine.travel("2025-06-01", tick=False):
        response = client.get(reverse("subsidy:word", args=["testland", paper.pk]))
    file = Document(BytesIO(response.content))
    texts = [one.text for one in file.paragraphs]
    assert "Ons eigen verhaal." in texts
    assert "18 van hoogstens 10 tekens: 8 te veel." in texts
    assert not any("Oogst van Kamp" in one for one in texts), "own text goes before the draft"
    assert any("Kamp." in one for one in texts)
    headings = [one.text for one in file.paragraphs if one.style and one.style.name == "Heading 1"]
    assert headings == [one.title for one in paper.blocks]
    (table,) = file.tables
    assert [cell.text for cell in table.rows[0].cells][:3] == ["Jaar", "Eigen inbreng", "Subsidie"]
    rows = {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in table.rows}
    assert rows["2024, werkelijk"] == ["€\xa01.000", "€\xa0900", "€\xa0900", "€\xa0100"]
