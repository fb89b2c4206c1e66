"""A vote in an organ is kept as it was read, and told in plain words (claim B2)."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django_scopes import scope

from groeimodel.foundation.decisions import services, wording
from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.decisions.services import Figures, MatterSaid, Taken, VoiceSaid, VoteSaid
from groeimodel.foundation.testing.cast import Cast

pytestmark = pytest.mark.django_db
QUORUM = {"of": "seats", "here": 4, "total": 5, "needed": 3, "waived": False, "met": True}
HALF = {
    "of": "votes", "share": "1/2", "more_than": True, "base": "cast",
    "whole": 3, "reached": 2, "needed": 2, "met": True, "by_chair": False,
}  # fmt: skip


def voted(cast: Cast, *, secret: bool = False) -> Decision:
    said = VoteSaid(
        "Raad van bestuur", "organs.organ:3", "ordinary", True, Figures(2, 1, 1, 1), Figures(against=1),
        QUORUM, [HALF], secret=secret,
    )  # fmt: skip
    voices = [] if secret else [VoiceSaid(cast.municipality, "for", True, votes=Figures(2, 0, 0, 0))]
    taken = Taken("Het plan", "voted", [MatterSaid("plan.plan:5", "Het plan", True)], voices, vote=said)
    with scope(partnership=cast.partnership):
        return services.take_decision(partnership=cast.partnership, taken=taken, on=date(2026, 3, 12))


def test_in_an_organ_the_seat_is_the_mandate(cast: Cast) -> None:
    voice = voted(cast).voices.get()
    assert (voice.counted, voice.mandate, voice.pro) == (True, None, 2)


def test_a_vote_has_a_count(cast: Cast) -> None:
    taken = Taken("Het plan", "voted", [MatterSaid("plan.plan:5", "Het plan", True)], [])
    with scope(partnership=cast.partnership), pytest.raises(ValidationError, match="telling"):
        services.take_decision(partnership=cast.partnership, taken=taken, on=date(2026, 3, 12))


def test_the_page_tells_it_in_plain_words(cast: Cast, client: Client) -> None:
    page = voted(cast).get_absolute_url()
    client.force_login(cast.bram)
    text = client.get(page).content.decode()
    for words in (
        "aangenomen",
        "Raad van bestuur",
        "4 van de 5 leden met stemrecht waren er of waren vertegenwoordigd. Nodig: 3.",
        "2 stemmen voor, 1 tegen, 1 onthouding",
        "Advies, dat niet meetelt: 0 stemmen voor, 1 tegen, 0 onthoudingen",
        "Meer dan de helft van de stemmen voor en tegen",
        "Proefdorp",
    ):
        assert words in text, words
    assert "lokale toets" not in text
    register = client.get(f"/igs/{cast.partnership.slug}/besluiten/").content.decode()
    assert "aangenomen" in register


def test_a_secret_vote_tells_totals_only(cast: Cast, client: Client) -> None:
    page = voted(cast, secret=True).get_absolute_url()
    client.force_login(cast.bram)
    text = client.get(page).content.decode()
    assert "alleen de totalen zijn bewaard" in text
    assert "Proefdorp" not in text


@pytest.mark.parametrize(
    ("of", "share", "more_than", "base", "words"),
    [
        ("votes", "3/4", False, "cast", "Minstens drie vierde van de stemmen voor en tegen"),
        ("municipalities", "1/2", True, "all", "Meer dan de helft van alle gemeenten"),
        ("municipal_votes", "3/5", False, "present", "Minstens 3/5 van de stemmen van gemeenten die er zijn"),
        ("votes", "1", False, "all", "Eenparig, over alle stemmen"),
    ],
)
def test_majorities_in_words(of: str, share: str, more_than: bool, base: str, words: str) -> None:
    assert wording.bound_in_words({"of": of, "share": share, "more_than": more_than, "base": base}) == words


def test_a_second_call_in_words() -> None:
    said = wording.quorum_in_words(
        {"of": "municipalities", "here": 1, "total": 4, "needed": 1, "waived": True}
    )
    assert (
        said
        == "1 van de 4 gemeenten was er of was vertegenwoordigd. Bij een tweede oproep beslist wie er is."
    )
