"""A photo of the meadow as it stands today: a link without an account, that ends and can be withdrawn (claim W15)."""

from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO

import pytest
import time_machine
from django.core.cache import caches
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.utils import timezone
from django_scopes import scope, scopes_disabled
from PIL import Image

from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.testing.cast import Cast, person
from groeimodel.meadow.actions.models import Action
from groeimodel.showcase.photo import services, tasks
from groeimodel.showcase.photo.models import Photo
from groeimodel.showcase.photo.personal import let_go

pytestmark = pytest.mark.django_db
LIST = "/igs/testland/foto/"


@pytest.fixture(autouse=True)
def empty_pages() -> Iterator[None]:
    caches["pages"].clear()
    yield
    caches["pages"].clear()


@pytest.fixture
def meadow(cast: Cast) -> Partnership:
    """Something of everything: shared, on a plot, picked, and only an idea."""
    today = timezone.localdate()
    rows = [
        ("Fuifcoaches", "flower", None, 90, "poppy"),
        ("Kamp", "harvest", None, -40, "sunflower"),
        ("Oud kamp", "harvest", None, -500, "sunflower"),
        ("Geheim perceel", "flower", cast.municipality, 90, "daisy"),
        ("Stil idee", "seed", None, None, ""),
    ]
    with scope(partnership=cast.partnership):
        for title, stage, plot, ends, species in rows:
            last = None if ends is None else today + timedelta(days=ends)
            Action.objects.create(
                partnership=cast.partnership,
                title=title,
                text="Bram trekt dit",
                species=species,
                stage=stage,
                plot=plot,
                gardener=cast.bram,
                starts=last and last - timedelta(days=100),
                ends=last,
                budget=100,
                taken_down_on=today,
            )
    return cast.partnership


def shared(cast: Cast, days: int = 30) -> Photo:
    with scope(partnership=cast.partnership):
        return services.share(partnership=cast.partnership, actor=cast.amina, days=days, note="Het college")


@pytest.mark.claim("W15")
def test_from_a_link_to_a_page_without_an_account(client: Client, cast: Cast, meadow: Partnership) -> None:
    client.force_login(cast.amina)
    made = client.post(LIST, {"days": "30", "note": "Het college van mei"})
    assert made.status_code == 302
    page = client.get(LIST).content.decode()
    with scopes_disabled():
        photo = Photo.objects.get()
    assert photo.ends_on == timezone.localdate() + timedelta(days=30)
    assert photo.get_absolute_url() in page
    assert "Het college van mei" in page
    visitor = Client()
    answer = visitor.get(photo.get_absolute_url())
    shown = answer.content.decode()
    assert answer.status_code == 200
    assert "Fuifcoaches" in shown
    assert "Kamp" in shown
    assert "Oud kamp" not in shown
    assert "Proefdorp" in shown
    assert "garden-tall" in shown
    assert "noindex" in answer["X-Robots-Tag"]
    assert 'name="robots"' in shown
    assert answer["Referrer-Policy"] == "no-referrer"
    for name in ("Amina", "Bram", "Celia", "Finn", "Het college van mei", "verzonnen voorbeeld"):
        assert name not in shown
    assert visitor.get(f"{photo.get_absolute_url()}dia/").status_code == 200


@pytest.mark.claim("W15")
def test_as_an_image(cast: Cast, meadow: Partnership) -> None:
    photo, visitor = shared(cast), Client()
    svg = visitor.get(f"{photo.get_absolute_url()}weide.svg")
    assert svg["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert "Fuifcoaches" in svg.content.decode()
    png = visitor.get(f"{photo.get_absolute_url()}weide.png")
    assert png["Content-Type"] == "image/png"
    assert Image.open(BytesIO(png.content)).size == (1600, 900)
    with scope(partnership=meadow):
        Action.objects.filter(title="Fuifcoaches").delete()
    assert visitor.get(f"{photo.get_absolute_url()}weide.png").content != png.content


def test_a_closed_garden_shows_only_what_the_partners_do_together(cast: Cast, meadow: Partnership) -> None:
    photo, visitor = shared(cast), Client()
    for ending in ("", "weide.svg", "dia/"):
        shown = visitor.get(f"{photo.get_absolute_url()}{ending}").content.decode()
        assert "Geheim perceel" not in shown
        assert "Stil idee" not in shown
    Partnership.objects.filter(pk=meadow.pk).update(public=True)
    caches["pages"].clear()
    assert "Stil idee" in visitor.get(f"{photo.get_absolute_url()}weide.svg").content.decode()


@pytest.mark.parametrize("ending", ["", "dia/", "weide.svg", "weide.png"])
def test_withdrawn_ended_or_never_there_are_told_alike(cast: Cast, ending: str) -> None:
    photo, visitor = shared(cast, days=7), Client()
    url = f"{photo.get_absolute_url()}{ending}"
    assert visitor.get(url).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(days=7), tick=False):
        assert visitor.get(url).status_code == 200  # the last day counts
    with time_machine.travel(timezone.now() + timedelta(days=8), tick=False):
        ended = visitor.get(url)
    services.withdraw(photo=photo, actor=cast.amina)
    withdrawn = visitor.get(url)
    never = visitor.get(f"/foto/onzin/{ending}")
    assert [one.status_code for one in (ended, withdrawn, never)] == [410, 410, 410]
    # But for the address itself, which stands in the foot of every page.
    told = {one.content.decode().replace(photo.token, "onzin") for one in (ended, withdrawn, never)}
    assert len(told) == 1
    assert "Testland" not in withdrawn.content.decode()
    services.restore(photo=photo, actor=cast.amina)
    assert visitor.get(url).status_code == 200


def test_only_the_maker_or_the_coordinator_withdraws(client: Client, cast: Cast) -> None:
    photo = shared(cast)
    url = f"{LIST}{photo.pk}/intrekken/"
    for other in (cast.bram, cast.celia, cast.els, cast.daan):
        client.force_login(other)
        assert client.post(url).status_code == 403
        with pytest.raises(PermissionDenied):
            services.withdraw(photo=photo, actor=other)
        if other not in (cast.els, cast.daan):
            assert photo.get_absolute_url() not in client.get(LIST).content.decode()
    client.force_login(cast.finn)
    assert photo.get_absolute_url() in client.get(LIST).content.decode()
    client.post(url)
    photo.refresh_from_db()
    assert photo.withdrawn_at is not None
    client.post(url, {"undo": "1"})
    photo.refresh_from_db()
    assert photo.withdrawn_at is None


def test_an_ambassador_shares_and_a_stranger_does_not(client: Client, cast: Cast) -> None:
    gita, today = person("Gita"), timezone.localdate()
    partners.appoint(
        partnership=cast.partnership,
        person=gita,
        kind="ambassador",
        since=today,
        municipality=cast.municipality,
    )
    client.force_login(gita)
    assert client.post(LIST, {"days": "7"}).status_code == 302
    for outsider in (cast.daan, cast.els):
        client.force_login(outsider)
        assert client.post(LIST, {"days": "7"}).status_code == 403
    client.logout()
    assert client.post(LIST, {"days": "7"}).status_code == 403


def test_no_other_lifetimes_and_not_too_many(client: Client, cast: Cast) -> None:
    client.force_login(cast.amina)
    answer = client.post(LIST, {"days": "9999", "note": "Voor altijd"})
    assert answer.status_code == 422
    assert "Voor altijd" in answer.content.decode()
    with pytest.raises(ValidationError):
        shared(cast, days=31)
    for _time in range(services.MOST):
        shared(cast)
    assert "Trek er eerst een in" in client.post(LIST, {"days": "7"}).content.decode()


def test_the_link_says_nothing_of_who_made_it(cast: Cast) -> None:
    one, other = shared(cast), shared(cast)
    assert one.token != other.token
    assert len(one.token) == 32


def test_an_invented_partnership_says_so(cast: Cast) -> None:
    Partnership.objects.filter(pk=cast.partnership.pk).update(example=True)
    photo = shared(cast)
    for ending in ("", "dia/"):
        shown = Client().get(f"{photo.get_absolute_url()}{ending}").content.decode()
        assert "verzonnen voorbeeld" in shown


def test_links_are_forgotten_a_month_after_their_end(cast: Cast) -> None:
    shared(cast, days=7)
    for days, left in ((37, 1), (38, 0)):
        with time_machine.travel(timezone.now() + timedelta(days=days), tick=False):
            tasks.forget()
        with scopes_disabled():
            assert Photo.objects.count() == left


def test_an_erased_maker_leaves_no_link_that_works(cast: Cast) -> None:
    photo = shared(cast)
    let_go(cast.amina)
    photo.refresh_from_db()
    assert (photo.made_by, photo.note) == (None, "")
    assert not photo.shows_on(timezone.localdate())


def test_the_page_follows_the_day(cast: Cast, meadow: Partnership) -> None:
    with time_machine.travel(date(2026, 11, 24), tick=False):
        photo = shared(cast)
        assert "dinsdag 24 november 2026" in Client().get(photo.get_absolute_url()).content.decode()
    with time_machine.travel(date(2026, 11, 25), tick=False):
        assert "woensdag 25 november 2026" in Client().get(photo.get_absolute_url()).content.decode()
