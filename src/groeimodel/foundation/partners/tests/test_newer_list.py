"""A newer list of municipalities: what it changes is shown first, and a second time nothing changes."""

from pathlib import Path

import pytest
from django.core.management import call_command

from groeimodel.cli import run
from groeimodel.content.municipality_list import ListError, read_list, shipped
from groeimodel.foundation.partners import register, services
from groeimodel.foundation.partners.models import Membership, Municipality
from groeimodel.foundation.testing.cast import SINCE, Cast

MERGER = """nis;name;inhabitants;inhabitants_year;inhabitants_under_25;merged_into;merged_on
99001;Nieuwstad;30.000;2027;8000;;
11001;Aartselaar;;;;99001;2027-01-01
11004;Boechout;;;;99001;2027-01-01
11005;Boom aan de Rupel;;;;;
"""


@pytest.fixture
def loaded(cast: Cast) -> Cast:
    """Aartselaar is a member, with Amina as its alderman."""
    register.load_municipalities()
    municipality = Municipality.objects.get(nis="11001")
    membership = services.join(partnership=cast.partnership, municipality=municipality, since=SINCE)
    services.fill_seat(membership=membership, role="alderman", person=cast.daan, since=SINCE)
    return cast


def test_it_is_shown_first_and_changes_nothing(loaded: Cast) -> None:
    changes = register.changes_of(read_list(MERGER))
    assert [row.name for row in changes.new] == ["Nieuwstad"]
    assert [(one.name, one.after) for one in changes.changed] == [("Boom", "Boom aan de Rupel")]
    (merger,) = changes.mergers
    assert merger.parts == ("11001", "11004")
    (touched,) = merger.touched
    assert touched.partnership == loaded.partnership
    assert [str(one) for one in touched.outside] == ["Boechout"]
    assert not Municipality.objects.filter(nis="99001").exists()


def test_it_is_done_as_it_was_shown(loaded: Cast) -> None:
    rows = read_list(MERGER)
    shown = register.changes_of(rows)
    assert register.apply(rows) == shown
    new = Municipality.objects.get(nis="99001")
    assert (new.inhabitants, new.inhabitants_year, new.inhabitants_under_25) == (30_000, 2027, 8000)
    assert Membership.objects.get(partnership=loaded.partnership, municipality=new, ends=None)
    assert loaded.daan.has_perm("partners.see_inside", loaded.partnership), "went along"
    assert register.changes_of(rows).none


def test_the_shipped_list_changes_nothing_twice(db: None) -> None:
    register.apply(shipped())
    assert register.changes_of(shipped()).none
    bever = Municipality.objects.get(name="Bever")
    assert (bever.name_fr, bever.inhabitants_year) == ("Biévène", 2020)


def test_all_that_is_wrong_is_told_at_once() -> None:
    text = "nis,name,merged_into,merged_on,inhabitants\n1,x,,,\n11001,A,99999,2027-01-01,\n11001,,,,veel\n11002,B,11001,morgen,5\n"
    with pytest.raises(ListError) as caught:
        read_list(text)
    words = "\n".join(caught.value.problems)
    for part in (
        "Regel 2",
        "99999",
        "meer dan eens",
        "de naam ontbreekt",
        "veel",
        "morgen",
        "inhabitants_year",
    ):
        assert part in words


@pytest.mark.parametrize("text", ["", "nis;name\n", "gemeente;code\nA;1\n"])
def test_a_list_without_lines_or_columns_is_refused(text: str) -> None:
    with pytest.raises(ListError):
        read_list(text)


@pytest.mark.django_db(transaction=False)
def test_the_command_says_it_and_does_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("migrate", verbosity=0)
    file = tmp_path / "lijst.csv"
    file.write_text("nis,name\n99001,Nieuwstad\n")
    assert run(["municipalities", str(file)]) == 0
    assert "Nieuw: Nieuwstad (99001)" in capsys.readouterr().out
    assert not Municipality.objects.exists()
    assert run(["municipalities", str(file), "--apply"]) == 0
    assert Municipality.objects.get().name == "Nieuwstad"
    file.write_text("nis,name\nx,\n")
    assert run(["municipalities", str(file)]) == 2
    assert "Regel 2" in capsys.readouterr().err
