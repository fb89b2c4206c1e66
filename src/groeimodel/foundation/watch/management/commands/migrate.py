"""Django's own `migrate`, that makes an empty database at once, can be killed at any moment and started again, and
refuses a database of a newer version."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands import migrate

from groeimodel.foundation.watch import standing
from groeimodel.foundation.watch.migrating import Executor


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        if reason := standing.newer():
            raise CommandError(reason)
        django = migrate.MigrationExecutor  # type: ignore[attr-defined]
        migrate.MigrationExecutor = Executor  # type: ignore[attr-defined]
        try:
            super().handle(*args, **options)
        finally:
            migrate.MigrationExecutor = django  # type: ignore[attr-defined]
