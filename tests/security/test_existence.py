"""Whoever is outside does not learn which closed partnerships there are."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.testing.cast import Cast
from tests.permissions.test_walk import ADDRESSES


def paths(slug: str) -> list[str]:
    """Every address of a page of a partnership; the other parts need not exist, for nobody gets that far."""
    found = []
    for name, pattern in ADDRESSES.items():
        given = pattern.pattern.converters
        if hasattr(pattern.callback, "rights") and "slug" in given:
            numbers = {
                part: 1 if type(one).__name__ == "IntConverter" else "iets" for part, one in given.items()
            }
            found.append(reverse(name, kwargs=numbers | {"slug": slug}))
    return found


@pytest.mark.parametrize("who", ["visitor", "stranger"])
def test_a_closed_partnership_answers_as_one_that_is_not_there(cast: Cast, who: str) -> None:
    Partnership.objects.filter(pk=cast.partnership.pk).update(public=False)
    client = Client()
    if who == "stranger":
        client.force_login(cast.daan)
    closed = [client.get(path).status_code for path in paths(cast.partnership.slug)]
    absent = [client.get(path).status_code for path in paths("bestaat-niet")]
    assert len(closed) > 250
    assert closed == absent
    assert set(closed) <= {403, 405}


def test_the_page_itself_is_the_same(client: Client, cast: Cast) -> None:
    Partnership.objects.filter(pk=cast.partnership.pk).update(public=False)
    pages = [client.get(f"/igs/{slug}/").text for slug in (cast.partnership.slug, "bestaat-niet")]
    same = [
        re.sub(rf'{cast.partnership.slug}|bestaat-niet|value="\w{{64}}"|\b[0-9a-f]{{32}}\b', "", page)
        for page in pages
    ]
    assert same[0] == same[1]
    assert cast.partnership.name not in pages[0]
