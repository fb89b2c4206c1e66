"""One page for a college: what it has of it, what it puts in, what comes (claim G7)."""

from __future__ import annotations

from datetime import date, timedelta

import pypdfium2
import pytest
from django.test import Client
from django_scopes import scope

from groeimodel.formats.document import TooLong
from groeimodel.formats.tests.paper import pages_of, words_of
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.college import services as college
from groeimodel.showcase.documents import college_note
from groeimodel.showcase.documents.making import facts_for, fitting, make
from groeimodel.showcase.documents.tests.records import TODAY, action, record_all, wanted
from groeimodel.soil.harvest.models import Harvest

pytestmark = pytest.mark.django_db


@pytest.mark.claim("G7")
def test_one_page_with_what_is_recorded(client: Client, cast: Cast) -> None:
    record_all(cast)
    client.force_login(cast.bram)
    answer = client.get(
        f"/igs/testland/papier/maak/collegenota.pdf?gemeente={cast.municipality.pk}&tijd=2026"
    )
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == 'attachment; filename="collegenota-proefdorp-2026.pdf"'
    assert pages_of(answer.content) == 1
    said = words_of(answer.content)
    for words in ("Wat samenwerken Proefdorp oplevert", "Fuifcharter, dankzij Buurdorp", "341 kinderen"):
        assert words in said
    assert "bron: Proefdorp, Inschrijvingen, 10 oktober 2026" in said


def test_the_moment_with_the_college_is_named(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        planned = college.Planned(TODAY + timedelta(days=30), "alderman", "kit", "Geld vragen")
        college.plan(
            partnership=cast.partnership, municipality=cast.municipality, planned=planned, actor=cast.amina
        )
        content = make("collegenota", "pdf", wanted(cast)).content
    assert "Op 24 december 2026 bij het college: geld vragen." in words_of(content)


def test_what_does_not_fit_is_told_shorter(cast: Cast) -> None:
    """Words go first, then rows; what was left out is counted, and the page stays one."""
    record_all(cast)
    with scope(partnership=cast.partnership):
        for n in range(20):
            action(cast, f"Een actie met een lange naam die maar niet ophoudt {n}", ends=n + 1)
            Harvest.objects.create(
                partnership=cast.partnership,
                municipality=cast.municipality,
                title="Een reglement voor fuiven, feesten en alles wat daar nog bij kan horen hier",
                text="Iedereen is er heel blij mee en vertelt dat verder aan wie het horen wil. " * 4,
                gained_on=date(2026, 3, 1),
            )
        facts = facts_for(wanted(cast), local=True)
        pdf = fitting(college_note.notes_of(facts, garden="", occasion="Op 1 december. " * 170))
        with pytest.raises(TooLong):
            fitting([next(college_note.notes_of(facts, occasion="Op 1 december. " * 170))])
    assert len(pypdfium2.PdfDocument(pdf)) == 1
    assert "En nog" in words_of(pdf)


def test_the_note_of_a_municipality_without_records_says_so(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        content = make("collegenota", "pdf", wanted(cast)).content
    assert "nog niets genoteerd" in words_of(content)
