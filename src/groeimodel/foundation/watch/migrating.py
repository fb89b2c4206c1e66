"""How migrations are carried out here: an empty database at once, any other in steps that can be killed at any moment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.migration import Migration
from django.db.migrations.operations import RunPython, RunSQL
from django.db.migrations.state import ProjectState

from groeimodel.foundation.watch.stepping import SteppingState

Plan = Sequence[tuple[Migration, bool]]


class Executor(MigrationExecutor):
    """Django's own, but for two things.

    Django writes down that a migration was done after the transaction of that migration, wherever foreign keys or indexes
    were left for its end: killed between the two, it would do the same migration again and stop at 'already exists'.
    And on an empty database it makes each table as it was at first and then changes it, and works out all models anew at
    each change: a minute and a half for what takes seconds. On another database only models that change are worked out.
    """

    def _create_project_state(self, with_applied_migrations: bool = False) -> ProjectState:
        made = super()._create_project_state(with_applied_migrations)  # type: ignore[misc]
        made.__class__ = SteppingState
        return made  # type: ignore[no-any-return]

    def migrate(
        self,
        targets: Any,
        plan: Plan | None = None,
        state: ProjectState | None = None,
        fake: bool = False,
        fake_initial: bool = False,
    ) -> ProjectState:
        everything = self.migration_plan(self.loader.graph.leaf_nodes(), clean_start=True)
        if (
            fake
            or plan != everything
            or set(self.connection.introspection.table_names()) - {"django_migrations"}
        ):
            return super().migrate(targets, plan, state, fake=fake, fake_initial=fake_initial)
        self.recorder.ensure_schema()
        return self._make_at_once(everything)

    def _make_at_once(self, plan: Plan) -> ProjectState:
        """The tables as the last migrations leave them, with all that migrations make beside them; everything or nothing.

        Operations that are `elidable` only change rows, of which there are none.
        """
        state = self.loader.project_state()
        with self.connection.schema_editor(atomic=True) as editor:
            for model in state.apps.get_models():
                if model._meta.can_migrate(self.connection):
                    editor.create_model(model)
            _execute_deferred(editor)
            for migration, _ in plan:
                self._tell("apply_start", migration)
                for operation in migration.operations:
                    if _makes_something(migration, operation):
                        operation.database_forwards(migration.app_label, editor, state, state)
                self.record_migration(migration)  # type: ignore[call-arg,arg-type]  # the stubs have another Django
                self._tell("apply_success", migration)
        return state

    def apply_migration(
        self, state: ProjectState, migration: Migration, fake: bool = False, fake_initial: bool = False
    ) -> ProjectState:
        """A migration and the line that says that it was done are there both, or neither."""
        if fake or fake_initial or not migration.atomic:
            return super().apply_migration(state, migration, fake=fake, fake_initial=fake_initial)
        if isinstance(state, SteppingState):
            state.before(migration)
        self._tell("apply_start", migration)
        with self.connection.schema_editor(atomic=True) as editor:
            state = migration.apply(state, editor)
            _execute_deferred(editor)
            self.record_migration(migration)  # type: ignore[call-arg,arg-type]  # the stubs have another Django
        self._tell("apply_success", migration)
        return state

    def _tell(self, what: str, migration: Migration) -> None:
        if self.progress_callback:
            self.progress_callback(what, migration, False)


def _makes_something(migration: Migration, operation: Any) -> bool:
    """What our own migrations run by hand; those of libraries only change rows (tests/upgrade compares both ways)."""
    ours = type(migration).__module__.startswith("groeimodel.")
    return ours and isinstance(operation, RunPython | RunSQL) and not operation.elidable


def _execute_deferred(editor: Any) -> None:
    left = list(editor.deferred_sql)
    editor.deferred_sql.clear()
    for statement in left:
        editor.execute(statement, None)
