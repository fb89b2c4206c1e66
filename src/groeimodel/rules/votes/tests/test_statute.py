"""Reading what statutes say."""

from fractions import Fraction
from typing import Any

import pytest

from groeimodel.rules.votes import StatuteError, data_of, statute_of

WHOLE: dict[str, Any] = {
    "quorum": {"of": "seats", "share": "1/2", "more_than": True, "second_call": True},
    "delay_days": 8,
    "proxies": 1,
    "kinds": {
        "ordinary": {
            "majorities": [{"of": "votes", "share": "1/2", "more_than": True}],
            "secret": False, "tie": "chair", "base": "cast",
        },
        "persons": {"majorities": [{"of": "votes", "share": "1/2", "more_than": True}], "secret": True},
        "statutes": {
            "majorities": [
                {"of": "votes", "share": "3/4", "more_than": False},
                {"of": "municipal_votes", "share": "3/4", "more_than": False},
                {"of": "municipalities", "share": "1/2", "more_than": True, "base": "all"},
            ],
            "base": "present",
        },
    },
}  # fmt: skip


def test_a_statute_is_read_whole() -> None:
    statute = statute_of(WHOLE)
    assert (statute.delay_days, statute.proxies) == (8, 1)
    assert statute.quorum is not None
    assert statute.quorum.second_call
    assert statute.quorum.bound.share == Fraction(1, 2)
    assert statute.kind("ordinary").tie == "chair"
    assert statute.kind("persons").secret
    assert [one.base for one in statute.kind("statutes").majorities] == ["present", "present", "all"]
    assert statute.kind("unheard of") == statute.kind("ordinary")


def test_a_statute_goes_to_data_and_back() -> None:
    statute = statute_of(WHOLE)
    assert statute_of(data_of(statute)) == statute


def test_a_statute_can_be_small() -> None:
    statute = statute_of({"kinds": {"ordinary": WHOLE["kinds"]["persons"]}})
    assert (statute.quorum, statute.delay_days, statute.proxies) == (None, 0, 0)


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(StatuteError) as caught:
        statute_of(
            {
                "quorum": {"of": "people", "share": 0.5, "second_call": "yes"},
                "delay_days": -1,
                "proxies": True,
                "colour": "red",
                "kinds": {
                    "persons": {
                        "majorities": [{"of": "municipalities", "share": "3/2"}],
                        "secret": True, "tie": "lot", "base": "here",
                    },
                    "statutes": {"majorities": []},
                    "strange": {"majorities": [{"of": "votes", "share": "1", "more_than": True}]},
                },
            }
        )  # fmt: skip
    assert isinstance(caught.value, ValueError)
    where = sorted(one.split(":")[0] for one in caught.value.problems)
    assert where == [
        "delay_days", "kinds", "kinds.persons", "kinds.persons.base", "kinds.persons.majorities.1.share",
        "kinds.persons.tie", "kinds.statutes.majorities", "kinds.strange.majorities.1.share", "proxies",
        "quorum.of", "quorum.second_call", "quorum.share", "statute.colour",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "data", [{}, {"kinds": []}, {"kinds": {"ordinary": None}}, {"kinds": {"ordinary": {}}}]
)
def test_nonsense_is_no_statute(data: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="kinds"):
        statute_of(data)


@pytest.mark.parametrize("share", ["", "half", "1/0", "0", "-1/2", "9/8", None, 1, 0.75])
def test_a_share_is_a_fraction_as_text(share: Any) -> None:
    with pytest.raises(ValueError, match="share"):
        statute_of({"kinds": {"ordinary": {"majorities": [{"of": "votes", "share": share}]}}})
