"""The page of doors names every listener and every list that rooms register in."""

from pathlib import Path

from groeimodel.foundation.journal.events import listened_to

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "doors.md").read_text()


def test_every_event_that_is_listened_to_is_on_the_page() -> None:
    found = listened_to()
    assert found
    for verb, listeners in found.items():
        (line,) = [line for line in PAGE.splitlines() if f"`{verb}`" in line]
        for listener in listeners:
            room = listener.split(".")[-3]
            assert room in line, f"{listener} is not on the page"
