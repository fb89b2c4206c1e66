"""The table says who may; a cell says how far."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groeimodel.rules.rights import RIGHTS, Reach, Role, Standing, may, read_table

HEAD = "right | visitor | person | alderman | officer | ambassador | guest | coordinator | supporter | administrator | says"


def standing(*roles: Role, own: bool = False, **rest: bool) -> Standing:
    return Standing(frozenset({Role.VISITOR, *roles}), frozenset(roles if own else ()), **rest)


def test_a_stranger_sees_only_what_is_public() -> None:
    assert not may("partners.see_partnership", standing())
    assert may("partners.see_partnership", standing(public=True))
    assert not may("partners.see_inside", standing(Role.PERSON, public=True))


def test_own_reaches_only_the_own_municipality() -> None:
    assert may("harvest.tend", standing(Role.OFFICER, own=True))
    assert not may("harvest.tend", standing(Role.OFFICER))


def test_self_reaches_only_what_is_about_the_person() -> None:
    assert may("actions.tend", standing(Role.PERSON, is_self=True))
    assert not may("actions.tend", standing(Role.PERSON))


def test_a_right_that_is_not_in_the_table_is_an_error() -> None:
    with pytest.raises(KeyError):
        may("partners.fly", standing())


@given(
    st.sampled_from(sorted(RIGHTS)),
    st.frozensets(st.sampled_from(Role)),
    st.frozensets(st.sampled_from(Role)),
    st.booleans(),
    st.booleans(),
)
def test_more_roles_never_take_a_right_away(
    name: str, roles: frozenset[Role], more: frozenset[Role], public: bool, is_self: bool
) -> None:
    few = Standing(roles, roles, is_self=is_self, public=public)
    many = Standing(roles | more, roles | more, is_self=is_self, public=public)
    assert may(name, many) or not may(name, few)


@pytest.mark.parametrize(
    "line",
    [
        "a.b | - | - | x",
        "a.b | - | - | x | - | - | - | - | - | - |",
        "a.b | - | - | yes | - | - | - | - | - | - | iets",
        "a.b | - | - | x | - | - | - | - | - | - | iets\na.b | - | - | x | - | - | - | - | - | - | iets",
    ],
)
def test_a_table_with_a_mistake_is_refused(line: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (each says something else)
        read_table(f"{HEAD}\n{line}")


def test_an_administrator_may_not_read_what_partners_answered() -> None:
    """Looking after the installation gives no look into what people said in confidence."""
    assert RIGHTS["scan.see_result"].reach[Role.ADMINISTRATOR] is Reach.NONE
