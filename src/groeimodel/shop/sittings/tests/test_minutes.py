"""Minutes are drafted from what happened, made better, and stand once approved (claim B2)."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.organs.models import Organ
from groeimodel.shop.sittings import services
from groeimodel.shop.sittings.models import AgendaItem, Sitting
from groeimodel.shop.sittings.tests import kit

pytestmark = [pytest.mark.django_db, pytest.mark.claim("B2")]


def held(board: Organ) -> Sitting:
    """Four points: adopted, told, postponed and withdrawn; Celia excused, Gita by proxy, Hugo absent."""
    amina, bram, celia, gita, _hugo = kit.seats_of(board)
    sitting = kit.sitting_with(board, "Het plan", "Een nieuw bureau", "De reis")
    services.put_on_agenda(sitting=sitting, title="Cijfers van de zomer", kind=AgendaItem.NOTE)
    services.open_sitting(sitting=sitting, present=[amina, bram], proxies=[(gita, amina)], excused=[celia])
    services.set_votes(item=kit.point(sitting), choices={amina.pk: "for", bram.pk: "for", gita.pk: "against"})
    services.count(item=kit.point(sitting))
    services.postpone(item=kit.point(sitting, 2), why="De offerte ontbreekt.")
    services.withdraw(item=kit.point(sitting, 3))
    return services.close_sitting(sitting=sitting)


def test_the_draft_tells_what_happened(cast: Cast, board: Organ) -> None:
    text = held(board).minutes
    for words in (
        "Aanwezig: Amina (Proefdorp) en Bram (Proefdorp).",
        "Volmacht: Gita (Buurdorp) geeft volmacht aan Amina.",
        "Verontschuldigd: Celia (Buurdorp).",
        "Afwezig: Hugo.",
        "Voorzitter: Amina.",
        "Verslag: Hugo.",
        "3 van de 5 leden met stemrecht waren er of waren vertegenwoordigd. Nodig: 3.",
        "1. Het plan",
        "Stemming: 2 stemmen voor, 1 tegen, 0 onthoudingen.",
        "Het punt is aangenomen. Dit is besluit 1.",
        "Het punt is uitgesteld. De offerte ontbreekt.",
        "Het punt is ingetrokken.",
        "De leden nemen kennis van dit punt.",
        "De zitting sluit om",
    ):
        assert words in text, words


def test_a_sitting_closes_when_every_point_was_dealt_with(cast: Cast, board: Organ) -> None:
    sitting = kit.opened(board, "Het plan", "De rekening")
    services.withdraw(item=kit.point(sitting))
    with pytest.raises(ValidationError, match="Nog niet behandeld: De rekening"):
        services.close_sitting(sitting=sitting)
    services.count(item=kit.point(sitting, 2))
    assert services.close_sitting(sitting=sitting).state == Sitting.State.CLOSED


def test_minutes_are_better_until_they_are_approved(cast: Cast, board: Organ) -> None:
    sitting = held(board)
    services.write_minutes(sitting=sitting, text="Mooie avond.", actor=cast.finn)
    later = kit.sitting_with(board, starts=kit.soon(90))
    done = services.approve_minutes(sitting=sitting, in_sitting=later, actor=cast.finn)
    assert (done.minutes, done.approved_in) == ("Mooie avond.", later)
    with pytest.raises(ValidationError, match="goedgekeurd"):
        services.write_minutes(sitting=sitting, text="Toch niet.")
    with pytest.raises(ValidationError, match="goedgekeurd"):
        services.approve_minutes(sitting=sitting)


def test_only_an_approval_by_a_later_sitting_of_the_same_organ(cast: Cast, board: Organ) -> None:
    sitting = held(board)
    earlier = services.call_sitting(organ=board, starts=kit.soon(1))
    other = services.call_sitting(organ=kit.board(cast), starts=kit.soon(90))
    for wrong in (earlier, other):
        with pytest.raises(ValidationError, match="latere zitting"):
            services.approve_minutes(sitting=sitting, in_sitting=wrong)


def test_before_the_close_there_is_nothing_to_write(cast: Cast, board: Organ) -> None:
    with pytest.raises(ValidationError, match="na de zitting"):
        services.write_minutes(sitting=kit.opened(board), text="Te vroeg")


def test_only_who_runs_it_writes(cast: Cast, board: Organ) -> None:
    sitting = held(board)
    for who in (cast.daan, cast.amina, cast.els):
        with pytest.raises(PermissionDenied):
            services.write_minutes(sitting=sitting, text="Neen", actor=who)
        with pytest.raises(PermissionDenied):
            services.approve_minutes(sitting=sitting, actor=who)


def test_the_page_shows_prints_and_keeps_them(cast: Cast, board: Organ, client: Client) -> None:
    sitting = held(board)
    page = f"{sitting.get_absolute_url()}verslag/"
    client.force_login(cast.amina)
    text = client.get(page).content.decode()
    assert "ontwerp" in text
    assert "<textarea" not in text
    client.force_login(cast.finn)
    assert "<textarea" in client.get(page).content.decode()
    assert client.post(page, {"text": ""}).status_code == 422
    assert client.post(page, {"text": "Beter."}).status_code == 302
    assert client.post(f"{page}goedkeuren/", {"in": ""}).status_code == 302
    sitting.refresh_from_db()
    assert sitting.approved_at is not None
    assert "goedgekeurd" in client.get(page).content.decode()
