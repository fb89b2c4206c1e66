"""The one password that exists, at /beheer/: how it is chosen, kept and changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.auth.password_validation import get_password_validators, validate_password
from django.core.exceptions import ValidationError
from django.test import Client

from groeimodel.foundation.people.models import Person
from groeimodel.foundation.signin import passwords

ROOT = Path(__file__).resolve().parents[2]
GOOD = "traag paard eet hooi"


@pytest.fixture
def staff(db: None) -> Person:
    return Person.objects.create_superuser("beheer@voorbeeld.test", GOOD, name="Wim Peeters")


@pytest.mark.parametrize(
    "password",
    [
        GOOD,
        "éééé ùùùù ìììì òòòò",
        "123 456 789 987 654 321 0",
        "zzzzzzzzzzzzzzz onbekend",
        "\U0001f33b paard \U0001f40e hooi stal",
        "ab" * 32 + "wortel vogel",
    ],
)
def test_any_signs_and_any_length_will_do(password: str) -> None:
    validate_password(password, Person(email="a@b.test", name="An"))


@pytest.mark.parametrize(
    "password",
    [
        "kort",
        "veertien tekst",
        "x" * 14,
        "passwordpassword",
        "Password1234567!!",
        "iloveyoubaseball",
        "123456789012345",
    ],
)
def test_what_is_short_or_chosen_by_many_is_refused(password: str) -> None:
    with pytest.raises(ValidationError):
        validate_password(password)


def test_the_list_comes_from_breaches_and_is_long_enough() -> None:
    """3000 of at least 15 letters were never found in one: what is refused is the short ones with something around them too."""
    (often,) = (one for one in get_password_validators_of() if isinstance(one, passwords.OftenChosen))
    assert len(often.passwords) > 19_000
    for common in sorted(one for one in often.passwords if one.isalpha() and len(one) >= 8)[:3000]:
        with pytest.raises(ValidationError):
            often.validate(f"{common}1234567890!")


def get_password_validators_of() -> list[object]:
    from django.conf import settings

    return list(get_password_validators(settings.AUTH_PASSWORD_VALIDATORS))


@pytest.mark.parametrize(
    "password", ["groeimodel-2026-beheer", "Samenwerking123456789", "wim.peeters.wim.peeters"]
)
def test_words_of_this_site_and_of_the_person_are_refused(password: str) -> None:
    with pytest.raises(ValidationError):
        validate_password(password, Person(email="wim.peeters@voorbeeld.test", name="Wim Peeters"))


def test_the_page_names_the_words() -> None:
    page = (ROOT / "docs" / "admin" / "signin.md").read_text()
    assert not [word for word in passwords.WORDS if f"`{word}`" not in page]


def test_it_is_changed_with_the_old_one_and_ends_other_sessions(client: Client, staff: Person) -> None:
    other = Client()
    client.force_login(staff)
    other.force_login(staff)
    page = "/beheer/password_change/"
    fresh = "traag kalf eet gras nu"
    wrong = {"old_password": "niet dit", "new_password1": fresh, "new_password2": fresh}
    assert client.post(page, wrong).status_code == 200
    staff.refresh_from_db()
    assert staff.check_password(GOOD)
    assert client.post(page, wrong | {"old_password": GOOD}).status_code == 302
    staff.refresh_from_db()
    assert staff.check_password(fresh)
    assert other.get("/beheer/").status_code == 302


def test_it_counts_to_the_letter(client: Client, staff: Person) -> None:
    long = "Paard " * 15
    staff.set_password(long)
    staff.save()
    for other in (long.lower(), long.strip(), long[:64]):
        assert not staff.check_password(other)
    assert staff.check_password(long)


def test_the_page_hides_it_and_takes_what_a_password_manager_fills_in(client: Client, db: None) -> None:
    page = client.get("/beheer/login/").text
    field = page[page.index('name="password"') - 80 : page.index('name="password"') + 200]
    assert 'type="password"' in field
    assert 'autocomplete="current-password"' in field
    assert "onpaste" not in page
    assert "maxlength" not in field


def test_there_is_no_account_before_somebody_makes_one(db: None) -> None:
    assert not Person.objects.exclude(password="").exclude(password__startswith="!").exists()
    assert not Person.objects.filter(is_staff=True).exists()


def test_people_have_no_password(db: None) -> None:
    person = Person.objects.create_user("iemand@voorbeeld.test", name="Iemand")
    assert not person.has_usable_password()
    assert not Client().login(username=person.email, password="")
