"""A process of its own that stands ready in an installation: each question is answered by a child of it.

    python -m tests.drill.asking

Reads one question a line, a list of what would stand after `python -m`; answers each with one line: exit status,
standard output, standard error. Starting Python and Django takes seconds; all else is as in a process of its own.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import sys
import tempfile
import traceback

import django

MOST_SECONDS = 240
"""What an answer may take; then its child is ended."""


def main() -> int:
    django.setup()
    warm()
    for line in sys.stdin:
        print(json.dumps(answered(json.loads(line))), flush=True)
    return 0


def warm() -> None:
    """Load what every child would load anew. No connection: a child may not share one."""
    from django.urls import get_resolver

    from groeimodel.foundation.doctor import examining

    assert get_resolver().url_patterns
    assert examining.CHECKS


def answered(question: list[str]) -> tuple[int, str, str]:
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as said:
        child = os.fork()
        if child == 0:
            signal.alarm(MOST_SECONDS)
            os.dup2(out.fileno(), 1)
            os.dup2(said.fileno(), 2)
            os._exit(done(question))
        _, ended = os.waitpid(child, 0)
        out.seek(0)
        said.seek(0)
        return os.waitstatus_to_exitcode(ended), out.read(), said.read()


def done(question: list[str]) -> int:
    name, *arguments = question
    try:
        if name == "groeimodel":
            from groeimodel.cli import run

            status = run(arguments)
        else:
            status = importlib.import_module(name).main(*arguments)
    except BaseException:
        traceback.print_exc()
        status = 70
    sys.stdout.flush()
    sys.stderr.flush()
    return status


if __name__ == "__main__":
    sys.exit(main())
