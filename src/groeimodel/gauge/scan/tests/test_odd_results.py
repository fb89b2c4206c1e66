"""A result page, its PDF and its JSON exist for every round and sheet, however little was said."""

import json
import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from groeimodel.content import load
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Membership, Municipality
from groeimodel.foundation.testing.cast import Cast
from groeimodel.gauge.scan.models import Round
from groeimodel.gauge.scan.tests.filling import closed, handed_in, opened
from groeimodel.rules.growth.content import Role, Statement

FIRST = load().form("officer")[0].id


def only_first(one: Statement) -> int | None:
    return 5 if one.id == FIRST else None


def nobody(cast: Cast) -> Round:
    return opened(cast)


def one_answer(cast: Cast) -> Round:
    round = opened(cast)
    handed_in(round, "officer", cast.municipality, mark=only_first)
    return round


def only_the_coordinator(cast: Cast) -> Round:
    round = opened(cast)
    handed_in(round, "coordinator")
    return round


def closed_with_one(cast: Cast) -> Round:
    round = opened(cast, privacy=Round.Privacy.CLOSED)
    handed_in(round, "alderman", cast.municipality, mark=1, views=("Nood", "Drempel", "Kans"))
    return round


def short_and_alike(cast: Cast) -> Round:
    round = opened(cast, short=True)
    for municipality in (cast.municipality, cast.neighbour):
        handed_in(round, "officer", municipality, mark=3)
        handed_in(round, "alderman", municipality, mark=3)
    return round


Make = Callable[[Cast], Round]


@pytest.mark.parametrize("make", [nobody, one_answer, only_the_coordinator, closed_with_one, short_and_alike])
def test_a_round_always_has_a_result(client: Client, cast: Cast, make: Make) -> None:
    round = closed(cast, make(cast))
    client.force_login(cast.finn)
    where = {"slug": cast.partnership.slug, "pk": round.pk}
    page = client.get(reverse("scan:result", kwargs=where))
    assert page.status_code == 200
    assert not re.search(r"\b(nan|None|inf)\b", re.sub(r"<[^>]*>", " ", page.text))
    assert client.get(reverse("scan:result_pdf", kwargs=where)).content[:5] == b"%PDF-"
    assert "NaN" not in json.dumps(client.get(reverse("scan:result_json", kwargs=where)).json())


@pytest.mark.parametrize("role", ["alderman", "officer", "coordinator", "supporter", "other"])
@pytest.mark.parametrize("mark", [1, 5, only_first])
def test_one_person_of_any_role_gets_a_mirror(
    client: Client, db: None, role: Role, mark: int | Callable[[Statement], int | None]
) -> None:
    sheet = handed_in(None, role, mark=mark)
    page = client.get(reverse("scan:mirror", kwargs={"token": sheet.token}))
    assert page.status_code == 200
    assert not re.search(r"\b(nan|None|inf)\b", re.sub(r"<[^>]*>", " ", page.text))


def test_every_drawing_of_a_mirror_has_a_name(client: Client, db: None) -> None:
    """Also without the name of a partnership."""
    sheet = handed_in(None, "officer")
    text = client.get(reverse("scan:mirror", kwargs={"token": sheet.token})).text
    assert not re.search(r"<title[^>]*>\s*</title>", text)


def test_what_people_write_is_text_and_nothing_else(client: Client, cast: Cast) -> None:
    round = opened(cast)
    handed_in(round, "officer", cast.municipality, views=("<script>alert(1)</script>", "", ""))
    closed(cast, round)
    client.force_login(cast.finn)
    text = client.get(reverse("scan:result", kwargs={"slug": cast.partnership.slug, "pk": round.pk})).text
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text


def test_a_municipality_that_left_keeps_its_name_in_old_results(client: Client, cast: Cast) -> None:
    real = Municipality.objects.create(name="Oud-Heverlee", nis="24086")
    membership = partners.join(partnership=cast.partnership, municipality=real, since=date(2024, 1, 1))
    round = opened(cast)
    handed_in(round, "officer", real)
    closed(cast, round)
    partners.leave(membership=Membership.objects.get(pk=membership.pk), on=date(2026, 1, 1))
    client.force_login(cast.finn)
    text = client.get(reverse("scan:result", kwargs={"slug": cast.partnership.slug, "pk": round.pk})).text
    assert "Oud-Heverlee" in text
    assert "24086" not in text
