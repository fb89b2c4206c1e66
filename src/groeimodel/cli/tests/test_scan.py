"""`groeimodel scan` answers: in which phase, how sure, why, and what next."""

from pathlib import Path

import pytest

from groeimodel.cli.tests.running import MEADOW, call, levels, partnership, standard_input
from groeimodel.formats.tests.questionnaires import as_xlsx


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "antwoorden.csv"
    path.write_text(MEADOW, encoding="utf-8")
    return path


@pytest.mark.claim("I3")
@pytest.mark.parametrize(
    ("soil", "meadow", "shop", "said"),
    [(5, 2, 2, "potgrond"), (5, 5, 2, "bloemenweide"), (5, 5, 5, "bloemenwinkel")],
)
def test_the_phase_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], soil: int, meadow: int, shop: int, said: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(partnership(levels(soil, meadow, shop)), encoding="utf-8")
    outcome = call(capsys, "scan", path)
    assert outcome.status == 0
    assert said in " ".join(outcome.out.split("\n\n")[1].split()).lower()
    assert "volgende stap" in outcome.out.lower()
    assert outcome.err == ""


def test_a_title_and_another_language(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = call(capsys, "scan", answers, "--title", "IGS Kempendal", "--language", "en")
    assert "IGS Kempendal" in outcome.out
    assert "meadow" in outcome.out.lower()
    assert "bloemenweide" not in outcome.out.lower()


def test_an_aim_by_its_name(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = call(capsys, "scan", answers, "--aim", "bloemenweide")
    assert "Jullie kozen nog geen streefbeeld" not in outcome.out
    assert "Jullie kozen nog geen streefbeeld" in call(capsys, "scan", answers).out


def test_from_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, answers: Path
) -> None:
    expected = call(capsys, "scan", answers).out
    rows = [line.split(";") for line in MEADOW.splitlines()]
    for data in (MEADOW.encode("utf-16"), as_xlsx(rows)):
        standard_input(monkeypatch, data)
        assert call(capsys, "scan", "-").out == expected


def test_a_page_and_a_pdf_with_the_garden(
    answers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    html, pdf = tmp_path / "uit.html", tmp_path / "uit.pdf"
    outcome = call(capsys, "scan", answers, "--html", html, "--pdf", pdf, "--title", "Kempendal")
    assert outcome.status == 0
    assert f"Geschreven: {html}\nGeschreven: {pdf}\n" in outcome.out
    page = html.read_text(encoding="utf-8")
    assert "<svg" in page
    assert "Kempendal" in page
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["antwoorden.csv", "uit.html", "uit.pdf"]


def test_what_changed_since_the_round_before(
    answers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tmp_path / "voor.csv"
    before.write_text(partnership(levels(3, 2, 2)), encoding="utf-8")
    with_before = call(capsys, "scan", answers, "--before", before)
    assert with_before.status == 0
    assert len(with_before.out) > len(call(capsys, "scan", answers).out)


def test_a_confidential_round_of_two_towns_shows_no_score(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("\n".join(MEADOW.splitlines()[:3]), encoding="utf-8")
    open_round, closed = (
        call(capsys, "scan", path, "--json"),
        call(capsys, "scan", path, "--json", "--closed"),
    )
    assert '"suppressed": []' in open_round.out
    assert '"suppressed": []' not in closed.out


def test_what_was_not_read_goes_beside_the_result(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers.write_text(MEADOW.replace("respondent;", "Tijdstempel;", 1), encoding="utf-8")
    for option in ((), ("--json",)):
        outcome = call(capsys, "scan", answers, *option)
        assert outcome.status == 0
        assert outcome.err.splitlines() == [
            "Deze kolommen zijn niet gelezen: Tijdstempel.",
            "Er is geen kolom 'respondent': elke rij telt als een ander mens.",
        ]
        assert "Tijdstempel" not in outcome.out
