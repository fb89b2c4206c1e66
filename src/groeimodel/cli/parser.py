"""argparse in Dutch: its own headings and errors are English, and a reader meets one language."""

from __future__ import annotations

import argparse
import re
import sys
from typing import NoReturn

SAYS = (
    (r"the following arguments are required: (.*)", r"dit ontbreekt: \1"),
    (r"one of the arguments (.*) is required", r"kies één van deze opties: \1"),
    (r"unrecognized arguments: (.*)", r"dit ken ik niet: \1"),
    (r"argument (\S+): not allowed with argument (\S+)", r"\1 kan niet samen met \2"),
    (r"argument ([^:]+): expected one argument", r"\1: hier hoort iets achter"),
    (r"argument ([^:]+): expected at least one argument", r"\1: hier hoort iets achter"),
    (r"argument ([^:]+): ignored explicit argument (.*)", r"\1: hier hoort niets achter"),
    (r"argument ([^:]+): invalid choice: (\S+) \(choose from (.*)\)", r"\1: \2 bestaat niet; kies uit \3"),
    (r"argument ([^:]+): invalid int value: (.*)", r"\1: \2 is geen geheel getal"),
)


class Parser(argparse.ArgumentParser):
    """Exits with status 2 for wrong use, as argparse does."""

    def __init__(self, *, prog: str, description: str) -> None:
        super().__init__(prog=prog, description=description, add_help=False, allow_abbrev=False)
        self._positionals.title = "Wat je opgeeft"
        self._optionals.title = "Opties"
        self.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def format_usage(self) -> str:
        return in_dutch(super().format_usage())

    def format_help(self) -> str:
        return in_dutch(super().format_help())

    def error(self, message: str) -> NoReturn:
        for pattern, dutch in SAYS:
            if re.fullmatch(pattern, message):
                message = re.sub(pattern, dutch, message)
                break
        print(f"{self.prog}: {message}.\nUitleg: {self.prog} --help", file=sys.stderr)
        raise SystemExit(2)


def in_dutch(text: str) -> str:
    return re.sub(r"^usage: ", "Gebruik: ", text)
