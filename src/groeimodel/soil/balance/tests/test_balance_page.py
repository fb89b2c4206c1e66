"""What each one gives and takes is shown, without ranking (claim P14)."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.testing.cast import Cast
from groeimodel.soil.balance.selectors import balance_of
from groeimodel.soil.harvest import services as harvest
from groeimodel.soil.harvest.services import Gain
from groeimodel.soil.questions import services as questions
from groeimodel.soil.questions.services import Call


@pytest.fixture
def exchanged(cast: Cast) -> Cast:
    """Bram asks, Celia answers, Bram thanks, and Proefdorp uses it."""
    with scope(partnership=cast.partnership):
        asked = questions.ask(partnership=cast.partnership, call=Call("Een charter?"), actor=cast.bram)
        answer = questions.answer(question=asked, text="Ja", actor=cast.celia)
        questions.thank(answer=answer, actor=cast.bram)
        gain = Gain(cast.municipality, "Charter", timezone.localdate(), from_municipality=cast.neighbour)
        harvest.record_harvest(partnership=cast.partnership, gain=gain)
    return cast


@pytest.mark.claim("P14")
def test_both_sides_of_each_municipality_in_the_order_of_names(client: Client, exchanged: Cast) -> None:
    client.force_login(exchanged.bram)
    text = client.get(reverse("balance:balance", args=[exchanged.partnership.slug])).text
    assert re.findall(r'balance__name">(\w+)<', text) == ["Buurdorp", "Proefdorp"]
    plain = " ".join(re.sub(r"<[^>]+>", " ", text).split())
    assert "Buurdorp Neemt: nog niets Geeft: 1 antwoord, 1 keer oogst bij anderen" in plain
    assert "Proefdorp Neemt: 1 vraag, 1 keer oogst van anderen Geeft: 1 keer dank" in plain


def test_of_people_only_oneself_is_seen(client: Client, exchanged: Cast) -> None:
    client.force_login(exchanged.celia)
    text = client.get(reverse("balance:balance", args=[exchanged.partnership.slug])).text
    own = text.split('id="ik"')[1].split("</section>")[0]
    assert "1 antwoord" in " ".join(own.split())
    assert "Bram" not in text


def test_after_a_merger_it_counts_for_the_new_municipality(exchanged: Cast) -> None:
    new = Municipality.objects.create(name="Proefbuur", invented=True)
    today = timezone.localdate()
    partners.merge(into=new, parts=[exchanged.municipality, exchanged.neighbour], on=today)
    with scope(partnership=exchanged.partnership):
        found = balance_of(exchanged.partnership, exchanged.finn, timezone.now())
    (bar,) = found.municipalities
    assert {one.what for one in bar.given} == {"answers", "thanks", "harvest"}


@pytest.mark.parametrize("who", ["daan", None])
def test_outsiders_see_nothing(client: Client, cast: Cast, who: str | None) -> None:
    if who:
        client.force_login(getattr(cast, who))
    assert client.get(reverse("balance:balance", args=[cast.partnership.slug])).status_code == 403
