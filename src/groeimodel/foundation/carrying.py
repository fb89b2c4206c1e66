"""How a table that is there already comes to carry its partnership: the operations of one migration."""

from typing import Any

from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def carried(app: str, model: str, via: str, *, null: bool = False) -> list[Any]:
    """Add the column, fill it from the row that `via` names, then let no row be without.

    The fill is one statement, on either database. The table of `via` must carry its partnership before: name it
    earlier in the list, or its migration among the dependencies.
    """

    def fill(apps: Any, schema_editor: Any) -> None:
        table = apps.get_model(app, model)
        parents = table._meta.get_field(via).related_model._base_manager.filter(pk=OuterRef(f"{via}_id"))
        of_parent = Subquery(parents.values("partnership_id")[:1])
        table._base_manager.filter(partnership=None).update(partnership_id=of_parent)
        if schema_editor.connection.vendor == "postgresql":
            # A table is not altered while its foreign keys are still to be checked.
            schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            schema_editor.execute("SET CONSTRAINTS ALL DEFERRED")

    filled = migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)
    operations: list[Any] = [migrations.AddField(model, "partnership", _column(null=True)), filled]
    return (
        operations
        if null
        else [*operations, migrations.AlterField(model, "partnership", _column(null=False))]
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
