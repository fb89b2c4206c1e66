"""Django's own `migrate`, that can be killed at any moment and started again, and refuses a database of a newer version.

Django writes down that a migration was done after the transaction of that migration, wherever foreign keys or indexes
were left for its end. Killed between the two, it would do the same migration again and stop at 'already exists'.
"""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands import migrate
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.migration import Migration
from django.db.migrations.state import ProjectState

from groeimodel.foundation.watch import standing


class WholeSteps(MigrationExecutor):
    """A migration and the line that says that it was done are there both, or neither."""

    def apply_migration(
        self, state: ProjectState, migration: Migration, fake: bool = False, fake_initial: bool = False
    ) -> ProjectState:
        if fake or fake_initial or not migration.atomic:
            return super().apply_migration(state, migration, fake=fake, fake_initial=fake_initial)
        if self.progress_callback:
            self.progress_callback("apply_start", migration, False)
        with self.connection.schema_editor(atomic=True) as editor:
            state = migration.apply(state, editor)
            left = list(editor.deferred_sql)
            editor.deferred_sql.clear()
            for statement in left:
                editor.execute(statement, None)
            self.record_migration(migration)  # type: ignore[call-arg,arg-type]  # the stubs have another Django
        if self.progress_callback:
            self.progress_callback("apply_success", migration, False)
        return state


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        if reason := standing.newer():
            raise CommandError(reason)
        django = migrate.MigrationExecutor  # type: ignore[attr-defined]
        migrate.MigrationExecutor = WholeSteps  # type: ignore[attr-defined]
        try:
            super().handle(*args, **options)
        finally:
            migrate.MigrationExecutor = django  # type: ignore[attr-defined]
