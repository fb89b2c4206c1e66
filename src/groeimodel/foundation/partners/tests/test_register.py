"""The Flemish municipalities come from the product's own list, and are added once."""

import pytest

from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.partners.register import load_municipalities


@pytest.mark.django_db
def test_all_are_added_once() -> None:
    assert load_municipalities() == 285
    assert load_municipalities() == 0
    assert Municipality.objects.filter(invented=False, merged_into=None).count() == 285
    former = Municipality.objects.get(nis="23024")
    assert former.name_today == "Gooik (nu Pajottegem)"


@pytest.mark.django_db
def test_what_is_there_is_left_alone() -> None:
    Municipality.objects.create(nis="44021", name="Een eigen naam", province="Oost-Vlaanderen")
    assert load_municipalities() == 284
    assert Municipality.objects.get(nis="44021").name == "Een eigen naam"
