"""Tables of a room that had another name: renamed where they are, made where they are not."""

from __future__ import annotations

from typing import Any

from django.db import migrations
from django.db.migrations.operations.base import Operation


class MovedModel(migrations.CreateModel):
    """Like `CreateModel`, but where a table of the former name exists it keeps its rows under the new one."""

    def __init__(self, name: str, *, was: str, **others: Any) -> None:
        super().__init__(name, **others)
        self.was = was

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        model = to_state.apps.get_model(app_label, self.name)
        if self.was in schema_editor.connection.introspection.table_names():
            schema_editor.alter_db_table(model, self.was, model._meta.db_table)
            complete(app_label, self.name, schema_editor, to_state)
        else:
            super().database_forwards(app_label, schema_editor, from_state, to_state)


class CompletedModel(Operation):
    """Adds what the table of a model lacks, and does nothing where it is whole.

    For tables that `MovedModel` renamed before it looked for columns that were still to come under the former name.
    """

    reversible = True
    alone = True

    def __init__(self, name: str) -> None:
        self.name = name

    def state_forwards(self, app_label: str, state: Any) -> None:
        """The model is what it was."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        complete(app_label, self.name, schema_editor, to_state)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """What was added belongs to the migrations before."""

    def describe(self) -> str:
        return f"Add the columns that the table of {self.name} lacks"


def complete(app_label: str, name: str, schema_editor: Any, state: Any) -> None:
    """Add the columns of a model that its table lacks, with their constraints and indexes.

    One after the other, and each from a model that has no more than the table: SQLite makes a table anew from its
    model, and would take a column that is not there for a text.
    """
    model = state.apps.get_model(app_label, name)
    connection = schema_editor.connection
    with connection.cursor() as cursor:
        table = connection.introspection.get_table_description(cursor, model._meta.db_table)
    there = {column.name for column in table}
    lacking = [field.name for field in model._meta.local_concrete_fields if field.column not in there]
    if not lacking:
        return
    held, key = state.clone(), (app_label, name.lower())
    fields = {one: held.models[key].fields[one] for one in lacking}
    for one in lacking:
        held.remove_field(*key, one)
    for one in lacking:
        before = held.apps.get_model(app_label, name)
        held.add_field(*key, one, fields[one], preserve_default=True)
        schema_editor.add_field(before, held.apps.get_model(app_label, name)._meta.get_field(one))
