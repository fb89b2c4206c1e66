"""The claims command is itself under test: it must be able to say no."""

from pathlib import Path

from groeimodel.cli.claims import claims_of, collect, find_problems

ROOT = Path(__file__).resolve().parents[2]


def test_marks_on_functions_and_classes_are_found() -> None:
    source = "\n".join(
        [
            "import pytest",
            '@pytest.mark.claim("P9", "G6")',
            "def test_soil(): ...",
            '@pytest.mark.claim("W1")',
            "class TestSeed: ...",
        ]
    )
    assert set(claims_of(source)) == {("P9", "test_soil"), ("G6", "test_soil"), ("W1", "TestSeed")}


def test_a_claim_that_is_done_without_a_test_is_a_problem() -> None:
    claims = {"G1": {"status": "done"}, "P1": {"status": "open"}}
    assert find_problems(claims, {}) == ["G1: heet klaar, maar geen enkele test draagt dit nummer"]
    assert find_problems(claims, {"G1": ["t"]}) == []


def test_an_unknown_id_or_status_is_a_problem() -> None:
    assert "onbekende claim" in find_problems({}, {"Z9": ["tests/test_z.py::test_z"]})[0]
    assert "status" in find_problems({"G1": {"status": "bijna"}}, {})[0]


def test_the_shipped_file_and_the_tests_agree() -> None:
    import tomllib

    claims = tomllib.loads((ROOT / "docs/claims.toml").read_text())
    assert len(claims) == 78
    assert find_problems(claims, collect(ROOT)) == []
