"""The list of an offer: read whole, or refused with everything that is wrong (claim B16)."""

from pathlib import Path

import pytest

from groeimodel.content.errors import ContentError
from groeimodel.content.readiness import NAME, points, points_from


@pytest.mark.claim("B16")
def test_the_list_holds_what_an_offer_needs() -> None:
    assert {"price", "contact", "equipment", "insurance", "photo", "text", "answers", "supplier"} == {
        one.id for one in points()
    }
    assert all(one.ask.endswith("?") for one in points())


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(
        '[[point]]\nid = "a"\ntitle = { nl = "A", en = "A" }\nask = { nl = "A?", en = "" }\n'
        '[[point]]\nid = "a"\ntitle = { nl = "A", en = "A" }\nask = { nl = "A?", en = "A?" }\nhelp = "x"\n'
    )
    with pytest.raises(ContentError) as refused:
        points_from(tmp_path)
    assert len(refused.value.problems) == 3
