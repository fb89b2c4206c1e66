"""What comes along with the page: no cookie, kept while nothing changed, in a frame, in French, in a feed."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from io import BytesIO
from urllib.parse import urlencode
from xml.etree import ElementTree

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.utils import timezone
from django_scopes import scope
from PIL import Image

from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions.models import Action
from groeimodel.showcase.public.tests import kit
from groeimodel.showcase.public.tests.kit import PAGE, publish
from groeimodel.showcase.sharing.models import Kind
from groeimodel.soil.themes import services as themes

pytestmark = pytest.mark.django_db
ENDINGS = ("", "feed.xml", "tuin.svg", "tuin-breed.svg", "kader/", "kaart.png", "?taal=fr", "?zoek=fuif")
SITE = settings.PUBLIC_URL
ATOM = "{http://www.w3.org/2005/Atom}"


def test_visitors_get_no_cookie_and_no_session(full: Cast) -> None:
    publish(full)
    visitor = Client()
    for address in (*(f"{PAGE}{one}" for one in ENDINGS), "/robots.txt", "/sitemap.xml"):
        answer = visitor.get(address)
        assert answer.status_code == 200
        assert not answer.cookies
        assert "Set-Cookie" not in answer
        assert "Cookie" not in answer.get("Vary", ""), "one answer for everybody"
        assert "csrf" not in answer.content.decode(errors="ignore")
    assert not visitor.cookies


def test_somebody_signed_in_gets_the_same_page(full: Cast, client: Client) -> None:
    publish(full)
    client.force_login(full.finn)
    assert client.get(PAGE).content == Client().get(PAGE).content


def test_who_has_it_already_gets_304_until_something_was_done(full: Cast) -> None:
    publish(full)
    visitor = Client()
    for ending in ENDINGS:
        address = f"{PAGE}{ending}"
        first = visitor.get(address)
        assert "Last-Modified" in first
        assert "public" in first["Cache-Control"]
        again = visitor.get(address, headers={"If-None-Match": first["ETag"]})
        assert again.status_code == 304
        assert not again.content
        zipped = visitor.get(
            address, headers={"Accept-Encoding": "gzip", "If-None-Match": f"W/{first['ETag']}"}
        )
        assert zipped.status_code == 304
    etag = visitor.get(PAGE)["ETag"]
    with scope(partnership=full.partnership):
        themes.propose(partnership=full.partnership, proposal=themes.Proposal("Iets"), actor=full.bram)
    assert visitor.get(PAGE, headers={"If-None-Match": etag}).status_code == 200
    etag = visitor.get(PAGE)["ETag"]
    with time_machine.travel(timezone.now() + timedelta(days=1), tick=False):
        assert visitor.get(PAGE, headers={"If-None-Match": etag}).status_code == 200


def test_only_the_frame_may_be_framed(full: Cast) -> None:
    publish(full)
    frame = Client().get(f"{PAGE}kader/")
    assert "X-Frame-Options" not in frame
    assert "frame-ancestors *" in frame["Content-Security-Policy"]
    assert "tuin.svg" in frame.content.decode()
    assert "<form" not in frame.content.decode()
    for ending in ("", "feed.xml", "tuin.svg"):
        other = Client().get(f"{PAGE}{ending}")
        assert other["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in other["Content-Security-Policy"]
    publish(full, frozenset({Kind.ACTIONS}))
    assert Client().get(f"{PAGE}kader/").status_code == 404


def test_the_drawing_stands_alone_on_other_sites(full: Cast) -> None:
    publish(full)
    drawing = Client().get(f"{PAGE}tuin.svg")
    assert drawing["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert drawing["Cross-Origin-Resource-Policy"] == "cross-origin"
    root = ElementTree.fromstring(drawing.content)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert not [one for one in root.iter() if one.tag.endswith(("}script", "}a"))]
    assert "Testland" in drawing.content.decode()


def test_the_share_image(full: Cast) -> None:
    publish(full)
    png = Client().get(f"{PAGE}kaart.png")
    assert png["Content-Type"] == "image/png"
    assert Image.open(BytesIO(png.content)).width >= 1200
    publish(full, frozenset({Kind.ACTIONS}))
    assert Client().get(f"{PAGE}kaart.png").status_code == 200


def oembed(**asked: str) -> tuple[int, str]:
    answer = Client().get(f"/oembed/?{urlencode(asked)}")
    return answer.status_code, answer.content.decode()


def test_oembed_says_how_to_show_it(full: Cast) -> None:
    publish(full)
    status, text = oembed(url=f"{SITE}{PAGE}")
    said = json.loads(text)
    assert status == 200
    assert (said["version"], said["type"], said["title"]) == ("1.0", "rich", "Testland")
    assert f'src="{SITE}{PAGE}kader/"' in said["html"]
    assert said["thumbnail_url"] == f"{SITE}{PAGE}kaart.png"
    status, text = oembed(url=f"{SITE}{PAGE}?taal=fr", maxwidth="400", maxheight="200")
    said = json.loads(text)
    assert said["width"] <= 400
    assert said["height"] <= 200
    assert "thumbnail_url" not in said
    assert f'width="{said["width"]}" height="{said["height"]}"' in said["html"]
    status, text = oembed(url=f"{SITE}{PAGE}", format="xml")
    root = ElementTree.fromstring(text)
    assert root.tag == "oembed"
    assert root.findtext("type") == "rich"
    assert "<iframe" in (root.findtext("html") or "")


def test_oembed_says_no(full: Cast) -> None:
    assert oembed(url=f"{SITE}{PAGE}")[0] == 404, "not online"
    publish(full)
    assert oembed(url=f"{SITE}{PAGE}", format="yaml")[0] == 501
    for wrong in (
        "",
        "onzin",
        f"{SITE}/",
        f"https://elders.test{PAGE}",
        f"{SITE}/samen/elders/",
        "http://[",
        "ftp://x",
    ):
        assert oembed(url=wrong)[0] == 404, wrong
    for odd in ("-1", "0", "abc", "99999999999999999999", "½"):
        assert oembed(url=f"{SITE}{PAGE}", maxwidth=odd)[0] == 200
    publish(full, frozenset({Kind.ACTIONS}))
    assert oembed(url=f"{SITE}{PAGE}")[0] == 404, "the garden is not shown"


def the_feed(full: Cast) -> ElementTree.Element:
    answer = Client().get(f"{PAGE}feed.xml")
    assert answer["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(answer.content)


def is_date(text: str | None) -> bool:
    """RFC 3339: with its offset."""
    return text is not None and datetime.fromisoformat(text).tzinfo is not None


def test_the_feed_keeps_the_rules_of_atom(full: Cast) -> None:
    with scope(partnership=full.partnership):
        Action.objects.filter(title="Fuifcoaches").update(title="Fuif & <coaches>")
    publish(full)
    root = the_feed(full)
    assert root.tag == f"{ATOM}feed"
    for element in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1, name
        assert (element.findtext(f"{ATOM}id") or "").startswith("http")
        assert is_date(element.findtext(f"{ATOM}updated"))
        links = [one.get("rel", "alternate") for one in element.findall(f"{ATOM}link")]
        assert links.count("alternate") == 1
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Testland"
    own = next(one for one in root.findall(f"{ATOM}link") if one.get("rel") == "self")
    assert own.get("href") == f"{SITE}{PAGE}feed.xml"
    ids = [one.findtext(f"{ATOM}id") for one in root.iter(f"{ATOM}entry")]
    assert len(ids) == len(set(ids))
    titles = {one.findtext(f"{ATOM}title") for one in root.iter(f"{ATOM}entry")}
    assert titles == {"Fuif & <coaches>", "Zomerkamp", "Het plan goedkeuren"}
    updated = [one.findtext(f"{ATOM}updated") or "" for one in root.iter(f"{ATOM}entry")]
    assert [datetime.fromisoformat(one) for one in updated] == sorted(
        map(datetime.fromisoformat, updated), reverse=True
    )
    news = {one.findtext(f"{ATOM}content") for one in root.iter(f"{ATOM}entry")}
    assert "Nog drie plaatsen vrij" in news


def test_a_feed_follows_what_is_shown(full: Cast) -> None:
    publish(full, frozenset({Kind.DECISIONS}))
    assert [one.findtext(f"{ATOM}title") for one in the_feed(full).iter(f"{ATOM}entry")] == [
        "Het plan goedkeuren"
    ]
    publish(full, frozenset({Kind.GARDEN}))
    assert is_date(the_feed(full).findtext(f"{ATOM}updated"))


def french(address: str = f"{PAGE}?taal=fr") -> str:
    return Client().get(address).content.decode()


def test_in_french_beside_dutch(full: Cast) -> None:
    with scope(partnership=full.partnership):
        action = Action.objects.get(title="Fuifcoaches").pk
    publish(
        full,
        intro="Samen sterk.",
        intro_fr="Forts ensemble.",
        name_fr="Pays d’essai",
        titles_fr={f"actions.action:{action}": "Coachs de fête"},
    )
    page = french()
    for words in (
        '<html lang="fr-BE">', "Forts ensemble.", "Pays d’essai", "Coachs de fête", "Village-Essai",
        "Qu’est-ce qui pousse", "Faire une demande", "communes travaillent ensemble",
        '<span lang="nl-BE">Nog drie plaatsen vrij</span>', '<span lang="nl-BE">Fuifpakket</span>',
    ):  # fmt: skip
        assert words in page, words
    assert "Samen sterk." not in page
    dutch = Client().get(PAGE).content.decode()
    assert '<html lang="nl-BE">' in dutch
    assert "Coachs" not in dutch
    assert '<span lang="nl-BE">' not in dutch
    for one in (dutch, page):
        assert f'<link rel="alternate" hreflang="nl-BE" href="{SITE}{PAGE}">' in one
        assert f'<link rel="alternate" hreflang="fr-BE" href="{SITE}{PAGE}?taal=fr">' in one
    assert f"<loc>{SITE}{PAGE}?taal=fr</loc>" in Client().get("/sitemap.xml").content.decode()


def test_what_nobody_translated_stays_dutch_and_says_so(full: Cast) -> None:
    publish(full, intro="Samen sterk.")
    assert '<span lang="nl-BE">Samen sterk.</span>' in french()


def test_without_language_facilities_there_is_no_french(full: Cast) -> None:
    Municipality.objects.update(name_fr="")
    publish(full)
    assert '<html lang="nl-BE">' in french()
    assert "hreflang" not in french()
    assert "taal=fr" not in Client().get("/sitemap.xml").content.decode()


def test_dates_and_figures_as_french_readers_write_them(full: Cast) -> None:
    from groeimodel.showcase.public.words import tongue_of

    tongue = tongue_of("fr", {})
    assert tongue.day(date(2026, 8, 1)) == "1 août 2026"
    assert tongue.number("€ 1.200") == "1\u202f200\u00a0€"
    assert tongue_of("nl", {}).number("€ 1.200") == "€ 1.200"


def test_the_words_are_whole_and_mistakes_are_named(tmp_path: object) -> None:
    from pathlib import Path

    from groeimodel.content.errors import ContentError
    from groeimodel.content.public_page import NAME, public_words_from

    folder = Path(str(tmp_path))
    (folder / NAME).write_text('[words]\na = { nl = "A %(n)s", fr = "" }\n[spam]\n')
    with pytest.raises(ContentError) as error:
        public_words_from(folder)
    assert "spam" in str(error.value)
    assert "words.a" in str(error.value)
    assert "species: ontbreekt" in str(error.value)


def test_an_invented_partnership_says_so(full: Cast) -> None:
    from groeimodel.foundation.partners.models import Partnership

    Partnership.objects.filter(pk=full.partnership.pk).update(example=True)
    publish(full)
    assert "verzonnen voorbeeld" in Client().get(PAGE).content.decode()
    kit.fresh()
