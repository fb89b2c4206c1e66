"""How tables that are there already come to carry their partnership: the operation of one migration."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import models
from django.db.migrations.operations.base import Operation
from django.db.models import OuterRef, Subquery

COLUMN = "partnership"


class CarryPartnership(Operation):
    """Add the column to each table, fill it from the row that hangs above, then let no row be without.

    `CarryPartnership({"Seat": "membership", "Tenure": "seat"})`: model -> the key that leads to the row whose partnership it
    takes. Those that lead to one of the list come after it. In `optional` a row may be without.
    """

    reversible = True
    atomic = True
    alone = True

    def __init__(self, tables: dict[str, str], optional: Collection[str] = ()) -> None:
        self.tables, self.optional = tables, optional

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return type(self).__name__, [self.tables], {"optional": self.optional} if self.optional else {}

    def describe(self) -> str:
        return f"Carry the partnership in each row of {', '.join(self.tables)}"

    def state_forwards(self, app_label: str, state: Any) -> None:
        self._add(app_label, state, optional=self.optional)

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        half = from_state.clone()
        self._add(app_label, half, optional=self.tables)
        for name, via in self.tables.items():
            table = half.apps.get_model(app_label, name)
            column = table._meta.get_field(COLUMN)
            schema_editor.add_field(table, column)
            _fill(table, via)
            if schema_editor.connection.vendor == "postgresql":
                # A table is not altered while its foreign keys are still to be checked.
                schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                schema_editor.execute("SET CONSTRAINTS ALL DEFERRED")
            if name not in self.optional:
                whole = to_state.apps.get_model(app_label, name)._meta.get_field(COLUMN)
                schema_editor.alter_field(table, column, whole)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for name in reversed(self.tables):
            table = from_state.apps.get_model(app_label, name)
            schema_editor.remove_field(table, table._meta.get_field(COLUMN))

    def _add(self, app_label: str, state: Any, optional: Collection[str]) -> None:
        for name in self.tables:
            state.add_field(app_label, name.lower(), COLUMN, _column(null=name in optional), True)


def _fill(table: Any, via: str) -> None:
    """One statement, on either database."""
    parents = table._meta.get_field(via).related_model._base_manager.filter(pk=OuterRef(f"{via}_id"))
    table._base_manager.filter(partnership=None).update(
        partnership_id=Subquery(parents.values("partnership_id")[:1])
    )


def _column(*, null: bool) -> Any:
    return models.ForeignKey(
        "partners.Partnership",
        on_delete=models.CASCADE,
        null=null,
        blank=True,
        editable=False,
        related_name="+",
    )
