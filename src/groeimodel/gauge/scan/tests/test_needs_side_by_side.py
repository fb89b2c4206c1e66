"""Both roles note needs, thresholds and opportunities, shown side by side (claim G2)."""

import pytest

from groeimodel.foundation.testing.cast import Cast
from groeimodel.gauge.scan import services
from groeimodel.gauge.scan.models import Round
from groeimodel.gauge.scan.results import result_of
from groeimodel.gauge.scan.selectors import voices_of
from groeimodel.gauge.scan.tests.filling import closed, full_round, handed_in, inside, opened

ALDERMAN = ("Cijfers voor het college", "Te weinig tijd", "Samen een fuifcoach")
OFFICER = ("Een vast uur per week", "Lange verslagen", "Van elkaars speelpleinen leren")


@pytest.mark.claim("G2")
def test_both_roles_are_heard_side_by_side(cast: Cast) -> None:
    round = opened(cast)
    handed_in(round, "officer", cast.municipality, views=OFFICER)
    handed_in(round, "alderman", cast.municipality, views=ALDERMAN)
    alderman, officer = voices_of(round)
    assert (alderman.role, officer.role) == ("alderman", "officer")
    assert (alderman.needs, alderman.thresholds, alderman.opportunities) == tuple((one,) for one in ALDERMAN)
    assert (officer.needs, officer.thresholds, officer.opportunities) == tuple((one,) for one in OFFICER)


@pytest.mark.claim("G2")
def test_a_gap_between_the_roles_is_measured_and_named(cast: Cast) -> None:
    round = full_round(cast, alderman=5, officer=2)
    with inside(cast):
        told = result_of(round).story()
    gap = next(one for one in told.layer_gaps if one.subject == "soil")
    assert gap.alderman == pytest.approx(100)
    assert gap.officer == pytest.approx(25)
    assert gap.to_talk_about
    assert "75" in gap.gap_text


def test_in_a_closed_round_words_show_from_three_people_of_a_role_on(cast: Cast) -> None:
    round = opened(cast, privacy=Round.Privacy.CLOSED)
    for number in range(3):
        handed_in(round, "officer", cast.municipality, views=(f"Nood {number}", "", ""))
        if number < 2:
            handed_in(round, "alderman", cast.municipality, views=ALDERMAN)
    alderman, officer = voices_of(round)
    assert alderman.hidden
    assert alderman.empty
    assert len(officer.needs) == 3
    assert not officer.hidden


def test_the_order_tells_nothing_of_who_wrote_it(cast: Cast) -> None:
    one = opened(cast)
    for need in ("Beter verslag", "Auto delen", "Collega die belt"):
        handed_in(one, "officer", cast.municipality, views=(need, "", ""))
    closed(cast, one)
    other = opened(cast, title="Andersom")
    for need in ("Collega die belt", "Auto delen", "Beter verslag"):
        handed_in(other, "officer", cast.municipality, views=(need, "", ""))
    assert voices_of(one)[1].needs == voices_of(other)[1].needs


def test_words_that_were_not_handed_in_are_not_shown(cast: Cast) -> None:
    round = opened(cast)
    sheet = services.start_sheet(role="officer", round=round, municipality=cast.municipality)
    services.note_views(sheet=sheet, needs="Nog niet ingediend")
    assert all(voice.empty for voice in voices_of(round))


def test_coordinators_do_not_speak_for_a_seat(cast: Cast) -> None:
    round = opened(cast)
    handed_in(round, "coordinator", views=("Van de coördinator", "", ""))
    assert all(voice.empty for voice in voices_of(round))
