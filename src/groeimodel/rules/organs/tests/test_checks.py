"""Checks of an organ, by hand."""

import pytest

from groeimodel.rules.organs import Check, Heads, Place, checks_of


def check(name: str, places: list[Place], **limits: object) -> Check:
    heads = limits.pop("heads", None)
    found = checks_of(places, members=[1, 2, 3], limits=limits, heads=heads)  # type: ignore[arg-type]
    return next(one for one in found if one.id == name)


FULL = [Place(n, n, True, capacity="alderman", incompatible=False) for n in (1, 2, 3)]


def test_a_full_organ_passes_everything() -> None:
    found = checks_of(
        FULL,
        members=[1, 2, 3],
        limits={
            "every_member": True,
            "max_seats": 3,
            "gender_cap": "2/3",
            "who": ("alderman",),
            "incompatible": True,
        },
        heads=Heads(1, 2),
    )
    assert {one.id for one in found} == {
        "vacant",
        "every_member",
        "max_seats",
        "gender_cap",
        "who",
        "incompatible",
    }
    assert {one.result for one in found} == {"passes"}


def test_an_advisory_seat_represents_nobody_and_is_no_director() -> None:
    places = [*FULL[:2], Place(9, 3, True, advisory=True)]
    assert check("every_member", places, every_member=True).municipalities == (3,)
    assert check("max_seats", places, max_seats=2).result == "passes"
    assert check("max_seats", FULL, max_seats=2).result == "fails"


def test_an_empty_seat_represents_and_is_told_apart() -> None:
    places = [*FULL[:2], Place(3, 3, False)]
    assert check("every_member", places, every_member=True).result == "passes"
    assert check("vacant", places).places == (3,)


@pytest.mark.parametrize(
    ("heads", "result"),
    [
        (None, "unknown"),
        (Heads(2, 1), "passes"),
        (Heads(3, 0), "fails"),
        (Heads(0, 3), "fails"),
        (Heads(2, 0, 1), "unknown"),
        (Heads(1, 1, 1), "passes"),
        (Heads(1, 1), "unknown"),
    ],
)
def test_two_thirds_of_one_gender_at_most(heads: Heads | None, result: str) -> None:
    """With three people two may be of one; an unknown one may tip it; a count of before is no longer sure."""
    got = check("gender_cap", FULL, gender_cap="2/3", heads=heads).result
    assert got == ("passes" if heads == Heads(1, 1, 1) else result)


def test_who_may_sit_is_unknown_until_somebody_said() -> None:
    places = [Place(1, 1, True, capacity="officer"), Place(2, 2, True), Place(3, 3, False)]
    assert check("who", places, who=("alderman",)).places == (1,)
    assert check("who", places[1:], who=("alderman",)).result == "unknown"


def test_seats_for_the_opposition_are_counted_by_municipality() -> None:
    places = [Place(n, n, False, advisory=True, opposition=True) for n in (1, 1, 2)]
    assert check("opposition", places, opposition=1).municipalities == (3,)
    assert check("opposition", places, opposition=2).municipalities == (2, 3)


def test_a_seat_of_no_member_fails() -> None:
    assert check("members_only", [Place(7, 9, True)]).places == (7,)


def test_what_was_declared_incompatible_fails() -> None:
    places = [Place(1, 1, True, incompatible=True), Place(2, 2, True)]
    assert check("incompatible", places, incompatible=True).places == (1,)
    assert check("incompatible", places[1:], incompatible=True).result == "unknown"
