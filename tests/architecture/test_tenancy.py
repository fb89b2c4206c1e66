"""Every table is either of all partnerships together, with a reason, or carries the partnership of each row."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.db import models

from groeimodel.foundation.tenancy import Carried, Inside, InsideOne, keys_between, of_partnerships

EVERYBODY = {
    "people": "a person is known in all partnerships, with one account",
    "partners.Municipality": "a municipality can be in several partnerships",
    "partners.Partnership": "the partnerships themselves",
    "jobs": "work for later, of all partnerships in one row of waiting",
    "mail.Refusal": "of an address: it counts for mail of all partnerships",
    "mail.Cadence": "of a person: how often mail comes, of all partnerships",
    "mail.Digest": "of a person: it gathers what happened in all partnerships",
    "aldermen.PersonLink": "who of the public register is which person",
    "backup": "of the whole database",
    "privacy": "the erasure of a person, in all partnerships",
    "scan.Questionnaire": "the statements of the model, the same for all",
    "trends.Snapshot": "figures of all partnerships together, of one day",
    "texts": "the texts of the model, the same for all",
}
"""Tables of all partnerships together, by room or by model, with the reason."""

SOMETIMES_NONE = {
    "journal.Entry": "what is done outside any partnership is told too",
    "mail.OutgoingMail": "mail about somebody's account is of no partnership",
    "search.SearchWord": "words of the public pages of the model",
    "scan.Sheet": "a visitor scans alone",
    "meetings.FeedKey": "a calendar is of a person or of a partnership",
}
"""Tables of which a row may be of no partnership. A database over several machines keeps a copy of them on each."""

CROSSING = {
    "actions.Action.came_from": "A seed may come from the meadow of another partnership: that is what a stroll is for.",
}
"""Foreign keys that point, on purpose, at a row of another partnership."""


def ours() -> list[Any]:
    every = apps.get_models(include_auto_created=True)
    return [model for model in every if model.__module__.startswith("groeimodel.")]


def of_everybody(model: Any) -> bool:
    return {model._meta.label, model._meta.app_label} & set(EVERYBODY) != set()


@pytest.mark.parametrize("model", ours(), ids=lambda model: model._meta.label)
def test_every_table_is_of_everybody_or_of_partnerships(model: Any) -> None:
    carries = model in of_partnerships()
    assert carries != of_everybody(model), (
        "give it `partnership` (foundation/tenancy.py), or say above why it is of all partnerships"
    )
    if carries:
        field = model._meta.get_field("partnership")
        assert field.null == (model._meta.label in SOMETIMES_NONE)


@pytest.mark.parametrize("field", keys_between(), ids=str)
def test_every_key_between_them_stays_within_one(field: Any) -> None:
    assert isinstance(field, Inside | InsideOne) or str(field) in CROSSING, "make it Inside or InsideOne"


@pytest.mark.parametrize("model", ours(), ids=lambda model: model._meta.label)
def test_what_is_carried_comes_from_a_row_of_partnerships(model: Any) -> None:
    """And what is taken from a parent that always is there, always is there too."""
    for field in model._meta.local_fields:
        if isinstance(field, Carried):
            via = model._meta.get_field(field.via)
            assert isinstance(via, Inside | InsideOne)
            assert via.related_model in of_partnerships()
            assert field.null == via.null


def test_no_table_of_everybody_is_reached_from_one_of_partnerships_through_many() -> None:
    """A table that Django makes for a ManyToManyField would not carry it: name a model with `through`."""
    made = [
        field
        for model in of_partnerships()
        for field in model._meta.local_many_to_many
        if field.remote_field.through._meta.auto_created and isinstance(field, models.ManyToManyField)
    ]
    assert not made


def test_what_is_listed_is_there() -> None:
    labels = {model._meta.label for model in ours()} | {model._meta.app_label for model in ours()}
    assert set(EVERYBODY) | set(SOMETIMES_NONE) <= labels
    assert set(CROSSING) <= {str(field) for field in keys_between()}
