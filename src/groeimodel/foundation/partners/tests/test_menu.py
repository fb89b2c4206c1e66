"""The menu of a partnership: every page that a reader may open stands in it, under 'Meer' by what it is for."""

from __future__ import annotations

import inspect
import re

import pytest
from django.test import Client

from groeimodel.foundation.partners.templatetags import partners
from groeimodel.foundation.testing.cast import Cast

pytestmark = pytest.mark.django_db


def test_every_page_under_more_has_a_group() -> None:
    source = inspect.getsource(partners.partnership_head)
    named = set(re.findall(r'\("(\w+)", "\w+:\w+"', source))
    grouped = {key for _title, keys in partners.GROUPS for key in keys}
    in_sight = {"home", "meetings", "questions", "expertise", "meadow", "shop", "harvest", "gauge", "scan"}
    assert named == grouped | in_sight


@pytest.mark.parametrize(("who", "sees"), [("finn", True), ("celia", False)])
def test_the_page_for_everybody_is_arranged_by_who_coordinates(
    cast: Cast, client: Client, who: str, sees: bool
) -> None:
    client.force_login(getattr(cast, who))
    page = client.get("/igs/testland/wie-ziet-wat/").content.decode()
    assert page.count('class="igs__group"') == 4
    assert ("Publieke pagina</a>" in page) is sees
