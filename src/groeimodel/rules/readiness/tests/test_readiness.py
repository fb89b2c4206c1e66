"""An offer is ready when every point of its list is in order or not needed (claim B16)."""

from groeimodel.rules.readiness import Answer, readiness

POINTS = ("price", "contact", "photo")


def test_nothing_said_is_not_ready() -> None:
    found = readiness(POINTS, {})
    assert (found.ready, found.done, found.missing) == (False, 0, POINTS)


def test_ready_when_each_is_in_order_or_not_needed() -> None:
    found = readiness(
        POINTS, {"price": Answer.YES, "contact": Answer.YES, "photo": Answer.NOT_NEEDED, "gone": Answer.NO}
    )
    assert (found.ready, found.done, found.total) == (True, 3, 3)


def test_what_is_missing_stands_in_the_order_of_the_list() -> None:
    found = readiness(POINTS, {"contact": Answer.YES, "photo": Answer.NO})
    assert (found.ready, found.missing) == (False, ("price", "photo"))
