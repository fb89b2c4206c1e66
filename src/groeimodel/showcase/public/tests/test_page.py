"""The page for everybody: what stands on it, kind by kind, and nothing else (claims W25, B17)."""

from __future__ import annotations

import json
import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.files.models import Document
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions.models import Action
from groeimodel.shop.counter import services as counter
from groeimodel.showcase.news.models import Edition
from groeimodel.showcase.public.tests import kit
from groeimodel.showcase.public.tests.kit import ALL, CHOOSE, PAGE, leaks, publish
from groeimodel.showcase.sharing.models import Kind

pytestmark = pytest.mark.django_db


def read(address: str = PAGE) -> str:
    answer = Client().get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.claim("W25")
@pytest.mark.claim("B17")
def test_everything_that_may_be_seen_is_there(full: Cast) -> None:
    publish(full, intro="Wij maken plaats voor jongeren.", email="hallo@testland.test")
    page = read()
    for words in (
        "Wij maken plaats voor jongeren.", "2 gemeenten werken samen", "Fuifcoaches", "Nog drie plaatsen vrij",
        "Zomerkamp", "Straat vrij", "Proefdorp, dankzij Buurdorp", "Fuifpakket", "Vraag dit aan",
        "Raad van bestuur", "5 plaatsen", "3 vrouwen, 2 mannen", "Het plan goedkeuren", "Raadzaal",
        "hallo@testland.test", "Deel deze pagina", "Zet de tuin op je eigen site", "tuin-breed.svg",
    ):  # fmt: skip
        assert words in page, words


SIGNS = {
    Kind.GARDEN: "tuin-breed.svg",
    Kind.ACTIONS: "Nog drie plaatsen vrij",
    Kind.RESULTS: "Straat vrij",
    Kind.OFFER: "Alles voor een veilige fuif",
    Kind.ORGANS: "3 vrouwen, 2 mannen",
    Kind.DECISIONS: "Het plan goedkeuren",
    Kind.CALENDAR: "Raadzaal",
}


def test_each_kind_is_shown_and_hidden_by_itself(full: Cast) -> None:
    for kind in SIGNS:
        publish(full, frozenset({kind}))
        alone = read()
        publish(full, ALL - {kind})
        without = read()
        for one, sign in SIGNS.items():
            assert (sign in alone) == (one == kind), (kind, one)
            assert (sign in without) == (one != kind), (kind, one)


def test_the_days_of_actions_stand_there_only_with_the_actions(full: Cast) -> None:
    publish(full, frozenset({Kind.CALENDAR}))
    assert "Fuifcoaches" not in read()
    publish(full, frozenset({Kind.CALENDAR, Kind.ACTIONS}))
    assert "Laatste dag:" in read()


EVERYWHERE = (
    *("", "feed.xml", "tuin.svg", "tuin-breed.svg", "tuin-hoog.svg", "kader/"),
    *("?zoek=geheim", "?zoek=fuif", "?taal=fr"),
)


@pytest.mark.claim("W25")
def test_nothing_leaks(full: Cast) -> None:
    publish(full)
    for ending in EVERYWHERE:
        text = read(f"{PAGE}{ending}").replace("‘geheim’", "").replace('value="geheim"', "")
        assert not leaks(text), ending


def test_the_search_for_leaks_finds_them() -> None:
    assert leaks("Stil idee, en 12.345 euro") == ["Stil idee", "12.345"]


def test_of_a_public_garden_more_is_known_already(full: Cast) -> None:
    publish(full)
    Partnership.objects.filter(pk=full.partnership.pk).update(public=True)
    kit.fresh()
    page = read()
    assert "Geheim perceel" in page
    assert "/igs/testland/winkel/aanbod/" in page
    for still in ("Stil idee", "Enkel voor partners", "thuis", "Overleg", "Niet bekend"):
        assert still not in page


def test_before_it_is_online_there_is_nothing(full: Cast) -> None:
    endings = ("", "feed.xml", "tuin.svg", "kader/", "kaart.png", "logo.png", "tuin-breed.svg", "foto/1.webp")
    for ending in endings:
        hidden, never = Client().get(f"{PAGE}{ending}"), Client().get(f"/samen/onbestaand/{ending}")
        assert hidden.status_code == never.status_code == 404
        pages = [re.sub(r"\b[0-9a-f]{32}\b", "", one.text) for one in (hidden, never)]  # but for their number
        same = pages[1].replace("onbestaand", "testland")
        assert pages[0] == same, "what is not online cannot be told from what never was"
    assert "testland" not in read("/sitemap.xml")


def test_taken_offline_it_is_gone_at_once(full: Cast, client: Client) -> None:
    publish(full)
    assert "testland" in read("/sitemap.xml")
    client.force_login(full.finn)
    client.post(f"{CHOOSE}offline/")
    assert Client().get(PAGE).status_code == 404
    assert Client().get(f"{PAGE}tuin.svg").status_code == 404


def pictures(full: Cast) -> dict[str, int]:
    with scope(partnership=full.partnership):
        return {one.label: one.pk for one in Document.objects.all()}


def test_only_pictures_that_were_opened_are_shown(full: Cast) -> None:
    publish(full)
    seen = {
        name
        for name, pk in pictures(full).items()
        if Client().get(f"{PAGE}foto/{pk}.webp").status_code == 200
    }
    assert seen == {"coach", "Straat vrij"}
    publish(full, frozenset({Kind.GARDEN}))
    assert all(Client().get(f"{PAGE}foto/{pk}.webp").status_code == 404 for pk in pictures(full).values())


def test_searching_the_offer(full: Cast) -> None:
    publish(full)
    assert "Fuifpakket" in read(f"{PAGE}?zoek=veilige+fuif")
    nothing = read(f"{PAGE}?zoek=zwembad")
    assert "Niets gevonden voor ‘zwembad’" in nothing
    assert "Alles voor een veilige fuif" not in nothing
    assert "noindex" in nothing
    assert '<b>"' not in read(f"{PAGE}?zoek=%3Cb%3E%22")


def letter(full: Cast, title: str, *, number: int | None = None) -> None:
    now = timezone.now()
    with scope(partnership=full.partnership):
        Edition.objects.create(
            partnership=full.partnership, title=title, intro="Kort nieuws", since=now, number=number, made_by=full.bram,
            sent_at=now if number else None,
        )  # fmt: skip


def test_newsletters_that_were_sent_and_how_to_get_the_next(full: Cast) -> None:
    letter(full, "Nieuws van de lente", number=1)
    letter(full, "Ontwerp van de zomer")
    publish(full, frozenset({Kind.NEWS}))
    page, feed = read(), read(f"{PAGE}feed.xml")
    for text in (page, feed):
        assert "Nieuws van de lente" in text
        assert "Ontwerp van de zomer" not in text
        assert not leaks(text)
    assert f"{PAGE}nieuws/inschrijven/" in page
    assert Client().get(f"{PAGE}nieuws/1/").status_code == 200
    publish(full, ALL - {Kind.NEWS})
    assert "lente" not in read() + read(f"{PAGE}feed.xml")


def test_a_closed_desk_takes_no_requests(full: Cast) -> None:
    from groeimodel.shop.desk import services as desk

    with scope(partnership=full.partnership):
        desk.set_up(partnership=full.partnership, terms=desk.Terms(False, 5))
    publish(full)
    assert "Vraag dit aan" not in read()


def test_data_for_search_engines_cannot_break_out(full: Cast) -> None:
    with scope(partnership=full.partnership):
        Action.objects.filter(title="Fuifcoaches").update(title="</script><script>alert(1)</script> & meer")
    publish(full, intro="Een <b>vette</b> zin")
    page = read()
    assert page.count("</script>") == 1
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    graph = json.loads(block)["@graph"]
    assert graph[0]["@type"] == "Organization"
    assert graph[0]["description"] == "Een <b>vette</b> zin"
    assert any(one["name"] == "</script><script>alert(1)</script> & meer" for one in graph[1:])
    assert graph[0]["makesOffer"][0]["itemOffered"]["name"] == "Fuifpakket"
    sitting = next(one for one in graph if one["name"].startswith("Openbare zitting"))
    assert sitting["location"]["name"] == "Raadzaal"


def test_what_messages_and_programs_read(full: Cast) -> None:
    publish(full, intro="Samen sterk.")
    page, here = read(), f"{settings.PUBLIC_URL}{PAGE}"
    for sign in (
        f'<link rel="canonical" href="{here}">', '<meta property="og:title" content="Testland">',
        f'<meta property="og:image" content="{here}kaart.png">', 'content="Samen sterk."',
        'type="application/atom+xml"', 'type="application/json+oembed"', 'name="twitter:card"',
    ):  # fmt: skip
        assert sign in page, sign
    assert f"Sitemap: {settings.PUBLIC_URL}/sitemap.xml" in read("/robots.txt")
    assert f"<loc>{here}</loc>" in read("/sitemap.xml")


@pytest.mark.claim("W25")
def test_light_and_the_same_work_however_much_there_is(full: Cast) -> None:
    publish(full)

    def counted() -> tuple[int, int]:
        kit.fresh()
        with CaptureQueriesContext(connection) as queries:
            size = len(Client().get(PAGE).content)
        return len(queries), size

    few, _size = counted()
    with scope(partnership=full.partnership):
        for at in range(30):
            one = kit.action(full, f"Actie {at}")
            kit.news(full, one, f"Nieuws {at}", public=True)
            counter.add_offer(
                partnership=full.partnership,
                title=f"Aanbod {at}",
                starts=timezone.localdate() - timedelta(days=1),
            )
    many, size = counted()
    assert many <= few
    assert size < 100_000
    with CaptureQueriesContext(connection) as queries:
        Client().get(PAGE)
    assert len(queries) <= 8, "kept while nothing was done"
