"""What helps against drought is complete, and what is wrong in the file is named."""

from pathlib import Path

import pytest

from groeimodel.content.energy import KINDS, NAME, advice, advice_from
from groeimodel.content.errors import ContentError


def test_three_steps_for_each_kind() -> None:
    assert {kind: len(steps) for kind, steps in advice().items()} == dict.fromkeys(KINDS, 3)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("x = ", "niet te lezen"),
        ("", "precies één"),
        (
            '[[advice]]\nid = "meeting"\n[[advice.step]]\ntitle = {nl = "A", en = "A"}\ntext = {nl = "B", en = "B"}',
            "1 stappen",
        ),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / NAME).write_text(text)
    with pytest.raises(ContentError) as error:
        advice_from(tmp_path)
    assert says in str(error.value)
