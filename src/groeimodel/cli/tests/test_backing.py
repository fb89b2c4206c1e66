"""What `backup` and `restore` tell."""

from __future__ import annotations

import os
import subprocess
import sys


def test_what_was_done_is_done_though_nobody_reads_it_any_more() -> None:
    """`groeimodel restore ... | head -1`"""
    reads, writes = os.pipe()
    os.close(reads)
    code = "from groeimodel.cli.backing import tell; tell('Teruggezet.'); tell('Wat nu:')"
    done = subprocess.run([sys.executable, "-c", code], stdout=writes, stderr=subprocess.PIPE, check=False)
    os.close(writes)
    assert (done.returncode, done.stderr) == (0, b"")
