"""The kit of an ambassador is exactly one page, however little or much there is to tell."""

import pytest

from groeimodel.formats.kit_sheet import Figure, KitSheet, Milestone, Point, render_kit
from groeimodel.formats.tests.paper import pages_of, words_of

GARDEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><rect width="16" height="9" fill="#5c9a54"/></svg>'
LONG = "Samenwerkingsovereenkomsten voor jeugdverenigingen "


def kit(points: int, figures: int, milestones: int, *, longest: bool = False, link: str = "") -> KitSheet:
    """`longest` fills every text as far as the tables of the database and the words of the kit let it come."""
    more = LONG * 6 if longest else ""
    return KitSheet(
        title="Drie dingen om te vertellen",
        overline=f"Klaverhove · {(more or 'Klaverland')[:120]} · 28 november 2026",
        lead=f"Klaverhove werkt sinds 2024 met 4 andere gemeenten samen. {more}"[:160],
        occasion=f"Op donderdag 10 december bij het college: {more}"[:230],
        points=[
            Point(
                "Wat het opbracht",
                f"Zin {at} om te vertellen. {more}"[:200],
                "1.234.567,89",
                f"kinderen {more}"[:40],
                f"Bewijs {at}. {more}"[:202],
                f"Bron: bron {at} {more}"[:150],
            )
            for at in range(points)
        ],
        nothing="Nog niets om te vertellen.",
        figures_title="In cijfers",
        figures=[Figure(f"{at} 234", "keer oogst", "Oogst, laatste twaalf maanden") for at in range(figures)],
        milestones_title="Wat komt eraan",
        milestones=[
            Milestone("28 september 2026", f"Mijlpaal {at} {more}"[:202]) for at in range(milestones)
        ],
        link=link,
        link_says="Bekijk de weide van vandaag",
        footer="Gemaakt op 28 november 2026.",
        example="",
        garden=GARDEN,
        garden_says="De tuin",
        colour="#e2543a",
    )


@pytest.mark.claim("W17")
@pytest.mark.parametrize("longest", [False, True])
@pytest.mark.parametrize(
    ("points", "figures", "milestones"), [(0, 0, 0), (1, 1, 0), (2, 3, 1), (3, 0, 5), (3, 4, 5)]
)
def test_exactly_one_page_with_everything_on_it(
    points: int, figures: int, milestones: int, longest: bool
) -> None:
    pdf = render_kit(kit(points, figures, milestones, longest=longest, link="https://voorbeeld.test/foto/x/"))
    words = words_of(pdf)
    assert pages_of(pdf) == 1
    for at in range(points):
        assert f"Zin {at} om te vertellen." in words
        assert f"Bewijs {at}." in words
        assert f"Bron: bron {at}" in words
    assert words.count("keer oogst") == figures
    assert words.count("Mijlpaal") == milestones
    assert ("Nog niets om te vertellen." in words) == (points == 0)
    assert words.rstrip().endswith("Gemaakt op 28 november 2026.")
    assert "Bekijk de weide van vandaag" in words


def test_without_a_link_there_is_no_code_to_scan() -> None:
    assert "Bekijk de weide" not in words_of(render_kit(kit(1, 1, 1)))


def test_the_same_kit_gives_the_same_bytes() -> None:
    assert render_kit(kit(3, 4, 5)) == render_kit(kit(3, 4, 5))
