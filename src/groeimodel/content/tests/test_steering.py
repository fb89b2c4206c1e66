"""What a shop needs somebody for: what is shipped, and what is told when the file is wrong."""

from pathlib import Path

import pytest

from groeimodel.content import ContentError
from groeimodel.content.steering import NAME, steering, steering_from

SHIPPED = Path(__file__).resolve().parents[1] / NAME


@pytest.mark.claim("B4")
def test_the_five_kinds_of_expertise_of_a_shop_are_there() -> None:
    found = steering()
    assert {one.id for one in found.competences} >= {
        "finance",
        "vision",
        "planning",
        "technique",
        "influence",
    }
    assert {one.id for one in found.topics} == {"daily", "plan", "money", "subsidy", "reception", "suppliers"}
    assert found.hours_per_sitting == 3


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    text = SHIPPED.read_text()
    for old, new in (
        ('id = "money"', 'id = "plan"'),
        ('areas = ["voice"]', 'areas = ["stem"]'),
        ("hours_per_sitting = 3", "hours_per_sitting = 0"),
        ('words = ["budget", "geld", "subsidie"]', "words = []"),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    (tmp_path / NAME).write_text(text)
    with pytest.raises(ContentError) as error:
        steering_from(tmp_path)
    told = "\n".join(error.value.problems)
    for word in ("twee keer", "geen voedingsstof", "1 tot 24", "één woord"):
        assert word in told, word
