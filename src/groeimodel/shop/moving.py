"""Tables of a room that had another name: renamed where they are, made where they are not."""

from __future__ import annotations

from typing import Any

from django.db import migrations


class MovedModel(migrations.CreateModel):
    """Like `CreateModel`, but where a table of the former name exists it keeps its rows under the new one."""

    def __init__(self, name: str, *, was: str, **others: Any) -> None:
        super().__init__(name, **others)
        self.was = was

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        model = to_state.apps.get_model(app_label, self.name)
        introspection = schema_editor.connection.introspection
        if self.was in introspection.table_names():
            schema_editor.alter_db_table(model, self.was, model._meta.db_table)
            # Of a version that is older than the last one under the former name: some columns were still to come.
            with schema_editor.connection.cursor() as cursor:
                there = {
                    one.name for one in introspection.get_table_description(cursor, model._meta.db_table)
                }
            for field in model._meta.local_concrete_fields:
                if field.column not in there:
                    schema_editor.add_field(model, field)
        else:
            super().database_forwards(app_label, schema_editor, from_state, to_state)
