"""`groeimodel manage import_aldermen`: all partnerships at once, shown first, all or nothing."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from groeimodel.foundation.aldermen.tests.register import Row, file_of, seat
from groeimodel.foundation.partners.models import Tenure
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast

ROWS = (
    Row("Buurdorp", "Zoë Peeters", "2025-01-01"),
    Row("Verdorp", "Ver Weg", "2025-01-01"),
    Row("Proefdorp", "Amena", "2025-01-01"),
)


def run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], *arguments: str, rows: tuple[Row, ...] = ROWS
) -> str:
    path = tmp_path / "mandaten.json"
    path.write_bytes(file_of(*rows))
    call_command("import_aldermen", str(path), *arguments)
    return capsys.readouterr().out


def test_it_only_shows(cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = run(tmp_path, capsys)
    assert "Zoë Peeters is bevoegd voor Jeugd" in said
    assert "Er is nog niets veranderd. Voer uit met --apply." in said
    assert not Tenure.objects.filter(person__name="Zoë Peeters").exists()


def test_it_does_what_is_plain_and_leaves_the_rest(
    cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = run(tmp_path, capsys, "--apply")
    assert "Uitgevoerd: 2 zetels bijgewerkt." in said
    assert "kies zelf op de pagina van de partners" in said
    assert seat(cast, "Buurdorp") == [("Zoë Peeters", "2025-01-01", "")]
    assert seat(cast, "Proefdorp") == [("Amina", "2024-01-01", "")]
    people = Person.objects.count()
    assert "0 zetels" in run(tmp_path, capsys, "--apply")
    assert Person.objects.count() == people


def test_it_takes_one_partnership(cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = run(tmp_path, capsys, "--apply", "--partnership", "elders")
    assert "1 zetels" in said
    assert seat(cast, "Buurdorp") == []
    with pytest.raises(CommandError, match="Er is geen samenwerking met het webadres 'nergens'"):
        run(tmp_path, capsys, "--partnership", "nergens")


def test_anything_wrong_and_nothing_is_done(
    cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = (*ROWS, Row("Verdorp", "Fout Een", "morgen"), Row("Proefdorp", "Fout Twee", "gisteren"))
    with pytest.raises(CommandError) as raised:
        run(tmp_path, capsys, "--apply", rows=rows)
    assert raised.value.returncode == 2
    assert "‘morgen’" in str(raised.value)
    assert "‘gisteren’" in str(raised.value)
    assert seat(cast, "Buurdorp") == []


def test_a_file_that_is_not_there_is_told(cast: Cast, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="kan niet gelezen worden"):
        call_command("import_aldermen", str(tmp_path / "weg.ttl"))
