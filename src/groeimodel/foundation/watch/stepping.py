"""Models as migrations see them, of which only those that change are made anew.

Django makes every model anew that is related to one that changes, however far off. All of ours hang together by way of
the partnership, so that was two hundred models for each column, and nearly all of the time that `migrate` took. What is
left out here is how models are seen from the other side, by those that were not made anew; of migrations that ask for
that, all models are made.
"""

from __future__ import annotations

from typing import Any

from django.db.migrations import operations
from django.db.migrations.migration import Migration
from django.db.migrations.state import ProjectState

ALONE = (
    operations.CreateModel,
    operations.AddField,
    operations.RemoveField,
    operations.AddConstraint,
    operations.AlterConstraint,
    operations.RemoveConstraint,
    operations.AddIndex,
    operations.RemoveIndex,
    operations.AlterModelOptions,
    operations.AlterField,
    operations.AlterUniqueTogether,
    operations.RunPython,
)
"""They look at one table and at what it points at. (`RunPython` has all models made by itself.) So do operations of our own
that say `alone = True`."""


class SteppingState(ProjectState):
    """Django's own, unless it stands before a migration of which models may be made alone."""

    alone = False

    def clone(self) -> SteppingState:
        made: Any = super().clone()
        made.__class__ = SteppingState
        made.alone = self.alone
        return made  # type: ignore[no-any-return]

    def before(self, migration: Migration) -> None:
        self.alone = all(self._looks_at_one(migration.app_label, one) for one in migration.operations)
        if not self.alone:
            self.clear_delayed_apps_cache()

    def reload_model(self, app_label: str, model_name: str, delay: bool = False) -> None:
        if not self.alone:
            super().reload_model(app_label, model_name, delay)
        elif "apps" in self.__dict__:
            self.is_delayed = True
            self._reload(self._near(app_label, model_name))  # type: ignore[attr-defined]

    def _near(self, app_label: str, model_name: str) -> set[tuple[str, str]]:
        """The model, what points at it, and what is made of it."""
        changed = (app_label, model_name)
        near = {changed, *self.relations[changed]}
        while made := {key for key, one in self.models.items() if _names(one.bases) & near} - near:
            near |= made
        return near

    def _looks_at_one(self, app_label: str, operation: Any) -> bool:
        if not isinstance(operation, ALONE):
            return bool(getattr(operation, "alone", False))
        if not isinstance(operation, operations.AlterField):
            return True
        # What others may point at is unique: their columns change with it.
        model = self.models.get((app_label, operation.model_name_lower))
        was = model.fields.get(operation.name) if model else None
        return not any(one is None or one.primary_key or one.unique for one in (was, operation.field))


def _names(bases: Any) -> set[tuple[str, ...]]:
    return {tuple(one.lower().split(".")) for one in bases if isinstance(one, str)}
