"""The templates of legal forms: what is shipped, and what is told when the file is wrong."""

from pathlib import Path

import pytest

from groeimodel.content import ContentError
from groeimodel.content.forms import FORMS, NAME, form_of, forms, forms_from
from groeimodel.rules.votes import statute_of

SHIPPED = Path(__file__).resolve().parents[1] / NAME


def changed(folder: Path, *changes: tuple[str, str]) -> Path:
    text = SHIPPED.read_text()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (folder / NAME).write_text(text)
    return folder


@pytest.mark.claim("B1")
def test_every_form_has_organs_with_a_statute_and_rules_with_a_status() -> None:
    assert tuple(forms()) == FORMS
    for form in forms().values():
        assert form.organs
        for organ in form.organs:
            statute_of(organ.statute)
        for rule in (*form.rules, *(rule for organ in form.organs for rule in organ.rules)):
            assert rule.text
            assert rule.source or not rule.confirmed


def test_what_was_read_in_the_decree_of_2001_only_is_not_confirmed() -> None:
    old = [
        rule
        for form in forms().values()
        for rule in (*form.rules, *(rule for organ in form.organs for rule in organ.rules))
        if "iglimburg" in rule.source
    ]
    assert len(old) > 10
    assert not [rule.id for rule in old if rule.confirmed]


def test_a_project_association_is_dissolved_when_one_renewal_is_missing() -> None:
    form = form_of("projectvereniging")
    assert (form.value("term_years"), form.value("renewal"), form.value("if_missing")) == (
        6,
        "all",
        "dissolved",
    )
    assert form.value("election_year") is False


def test_an_unknown_form_reads_as_no_legal_form() -> None:
    assert form_of("").id == "informal"


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    folder = changed(
        tmp_path,
        ('id = "leaving"', 'id = "vertrekken"'),
        ('status = "bevestigd"', 'status = "zeker"'),
        ('source = "https://www.olen.be/projectverenigingen"', 'source = "Olen"'),
        ("value = 6", 'value = "zes"'),
        ('share = "3/4"', 'share = "drie vierde"'),
        ('value = "2/3"', 'value = "twee derde"'),
        ('sits = "officer"', 'sits = "iemand"'),
    )
    with pytest.raises(ContentError) as error:
        forms_from(folder)
    told = "\n".join(error.value.problems)
    for word in ("vertrekken", "zeker", "webadres", "heel getal", "drie vierde", "breuk", "iemand"):
        assert word in told, word


def test_what_is_confirmed_has_a_source(tmp_path: Path) -> None:
    folder = changed(tmp_path, ('source = ""\nstatus = "te bevestigen"', 'source = ""\nstatus = "bevestigd"'))
    with pytest.raises(ContentError, match="heeft een bron"):
        forms_from(folder)
