"""`groeimodel manage`: Django's own commands (migrate, createsuperuser, ...)."""

from __future__ import annotations

import argparse
import os


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="bijvoorbeeld: migrate")


def run(options: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "groeimodel.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(["groeimodel manage", *options.arguments])
    return 0
