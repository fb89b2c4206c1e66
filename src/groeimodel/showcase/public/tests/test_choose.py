"""Choosing what is public: first written and looked at, then online, and back as easily."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django_scopes import scope

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions.models import Action
from groeimodel.showcase.public import services
from groeimodel.showcase.public.personal import let_go
from groeimodel.showcase.public.tests import kit
from groeimodel.showcase.public.tests.kit import ALL, CHOOSE, PAGE, publish
from groeimodel.showcase.public.versions import Version, live_of, page_of
from groeimodel.showcase.sharing.models import Kind
from groeimodel.showcase.sharing.selectors import shown_by

pytestmark = pytest.mark.django_db
SENT = {"kinds": ["garden", "actions"], "intro": "Samen sterk.", "email": "hallo@testland.test"}


def test_from_choosing_to_online(full: Cast, client: Client) -> None:
    client.force_login(full.finn)
    answer = client.post(CHOOSE, SENT)
    assert answer.status_code == 302
    assert Client().get(PAGE).status_code == 404, "kept is not online"
    looked = client.get(f"{CHOOSE}voorbeeld/").content.decode()
    assert "Wordt zichtbaar voor iedereen:" in looked
    assert "Zet online" in looked
    preview = client.get(f"{CHOOSE}voorbeeld/pagina/")
    client.post(f"{CHOOSE}voorbeeld/")
    page = Client().get(PAGE)
    assert page.status_code == 200
    assert page.content == preview.content, "what was looked at is what is shown"
    assert "Samen sterk." in page.content.decode()
    assert "De pagina staat online" in client.get(CHOOSE).content.decode()


def test_a_preview_is_the_page_in_both_languages_and_may_be_framed_here_only(
    full: Cast, client: Client
) -> None:
    client.force_login(full.finn)
    client.post(CHOOSE, {**SENT, "kinds": [one.value for one in ALL], "intro_fr": "Ensemble."})
    previews = [client.get(f"{CHOOSE}voorbeeld/pagina/{ending}") for ending in ("", "?taal=fr")]
    client.post(f"{CHOOSE}voorbeeld/")
    pages = [Client().get(f"{PAGE}{ending}") for ending in ("", "?taal=fr")]
    assert [one.content for one in previews] == [one.content for one in pages]
    assert previews[0]["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in previews[0]["Content-Security-Policy"]
    assert pages[0]["X-Frame-Options"] == "DENY"


def test_pictures_are_there_for_who_looks_before_it_is_online(full: Cast, client: Client) -> None:
    client.force_login(full.finn)
    client.post(CHOOSE, SENT)
    drawing = f"{PAGE}tuin-breed.svg"
    assert client.get(drawing).status_code == 200
    assert client.get(drawing)["Cache-Control"] == "private, no-store"
    assert Client().get(drawing).status_code == 404
    client.force_login(full.amina)
    assert client.get(drawing).status_code == 404


def test_names_in_what_is_shown_are_pointed_at(full: Cast, client: Client) -> None:
    with scope(partnership=full.partnership):
        action = Action.objects.get(title="Fuifcoaches")
        kit.news(full, action, "Bram belde 0470 12 34 56 met bram@voorbeeld.test", public=True)
    client.force_login(full.finn)
    client.post(CHOOSE, SENT)
    looked = client.get(f"{CHOOSE}voorbeeld/").content.decode()
    for said in ("een naam: <strong>Bram</strong>", "een telefoonnummer", "bram@voorbeeld.test"):
        assert said in looked
    assert "hallo@testland.test</strong>" not in looked


def test_changes_wait_as_a_draft_and_can_be_left(full: Cast, client: Client) -> None:
    publish(full, frozenset({Kind.GARDEN}), intro="Eerst.")
    client.force_login(full.finn)
    client.post(CHOOSE, SENT)
    assert "Eerst." in Client().get(PAGE).content.decode()
    assert "Er staat een ontwerp klaar" in client.get(CHOOSE).content.decode()
    client.post(f"{CHOOSE}terug/", {"ontwerp": "1"})
    assert "Er staat een ontwerp klaar" not in client.get(CHOOSE).content.decode()
    assert "Eerst." in client.get(CHOOSE).content.decode()


def test_undo_goes_back_to_how_it_was(full: Cast, client: Client) -> None:
    publish(full, frozenset({Kind.GARDEN}), intro="Eerst.")
    publish(full, ALL, intro="Later.")
    client.force_login(full.finn)
    client.post(f"{CHOOSE}terug/")
    page = Client().get(PAGE).content.decode()
    assert "Eerst." in page
    assert "Nog drie plaatsen vrij" not in page
    assert "Later." in client.get(CHOOSE).content.decode(), "what stood there is a draft now"


def test_offline_asks_first_and_can_be_undone(full: Cast, client: Client) -> None:
    publish(full)
    client.force_login(full.finn)
    assert "offline halen?" in client.get(f"{CHOOSE}offline/").content.decode()
    assert Client().get(PAGE).status_code == 200
    client.post(f"{CHOOSE}offline/")
    client.post(f"{CHOOSE}offline/")
    assert Client().get(PAGE).status_code == 404
    client.post(f"{CHOOSE}terug/")
    assert Client().get(PAGE).status_code == 200


def test_wrong_fields_are_told_all_at_once_and_nothing_is_lost(full: Cast, client: Client) -> None:
    client.force_login(full.finn)
    answer = client.post(CHOOSE, {"intro": "Blijft staan", "email": "finn@voorbeeld.test"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Kies minstens één deel" in page
    assert "van iemand persoonlijk" in page
    assert "Blijft staan" in page


def test_an_empty_page_does_not_go_online(full: Cast) -> None:
    with pytest.raises(ValidationError):
        publish(full, frozenset())
    assert Kind.PAGE not in shown_by(full.partnership)


def test_who_only_looks_along_chooses_nothing(full: Cast, client: Client) -> None:
    for other in (full.amina, full.bram, full.els, full.daan):
        client.force_login(other)
        for ending in ("", "voorbeeld/", "voorbeeld/pagina/", "offline/"):
            assert client.get(f"{CHOOSE}{ending}").status_code == 403
        with scope(partnership=full.partnership):
            for service in (services.publish, services.take_offline, services.undo, services.forget_draft):
                with pytest.raises(PermissionDenied):
                    service(partnership=full.partnership, actor=other)
            with pytest.raises(PermissionDenied):
                services.prepare(partnership=full.partnership, version=Version(), actor=other)


def test_it_is_told_and_the_way_there_is_found(full: Cast, client: Client) -> None:
    publish(full)
    verbs = set(Entry.objects.filter(verb__startswith="public.").values_list("verb", flat=True))
    assert verbs == {"public.prepared", "public.published"}
    client.force_login(full.finn)
    for address in ("/igs/testland/wie-ziet-wat/", "/igs/testland/"):
        assert CHOOSE in client.get(address).content.decode()
    assert PAGE in client.get("/igs/testland/wie-ziet-wat/").content.decode()
    client.force_login(full.amina)
    assert CHOOSE not in client.get("/igs/testland/").content.decode()


def test_french_is_asked_only_where_it_is_used(full: Cast, client: Client) -> None:
    client.force_login(full.finn)
    page = client.get(CHOOSE).content.decode()
    assert "In het Frans" in page
    assert "Fuifcoaches" in page
    Municipality.objects.update(name_fr="")
    assert "In het Frans" not in client.get(CHOOSE).content.decode()


def test_french_titles_are_kept_of_what_is_not_shown_now(full: Cast, client: Client) -> None:
    with scope(partnership=full.partnership):
        key = f"actions.action:{Action.objects.get(title='Fuifcoaches').pk}"
    publish(full, titles_fr={"actions.action:999": "Vieux", key: "Coachs"})
    client.force_login(full.finn)
    client.post(CHOOSE, {**SENT, f"titel-{key}": "Coachs de fête"})
    client.post(f"{CHOOSE}voorbeeld/")
    with scope(partnership=full.partnership):
        assert live_of(full.partnership).titles_fr == {"actions.action:999": "Vieux", key: "Coachs de fête"}


def test_an_erased_person_leaves_no_trace(full: Cast) -> None:
    publish(full)
    let_go(full.finn)
    with scope(partnership=full.partnership):
        assert page_of(full.partnership).changed_by is None
