"""A process of its own that migrates, and is killed in the middle of its work.

python -m tests.upgrade.killed 40           at the 40th statement
python -m tests.upgrade.killed commit 3     right after the third migration is kept, before anything else is done
"""

from __future__ import annotations

import os
import signal
import sys
from typing import Any

import django


def main(where: list[str]) -> int:
    django.setup()
    from django.core.management import call_command
    from django.db import connection, transaction
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor

    def die() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    left = int(where[-1])

    def counted(one: Any) -> Any:
        def step(*args: Any, **kwargs: Any) -> Any:
            nonlocal left
            done = one(*args, **kwargs)
            left -= 1
            if left == 0:
                die()
            return done

        return step

    connection.ensure_connection()
    if where[0] == "commit":
        editor = connection.SchemaEditorClass
        assert editor is not None
        editor.__exit__ = counted(editor.__exit__)  # type: ignore[method-assign]
    else:
        BaseDatabaseSchemaEditor.execute = counted(BaseDatabaseSchemaEditor.execute)  # type: ignore[method-assign]
    assert not transaction.get_connection().in_atomic_block
    call_command("migrate", verbosity=0)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
