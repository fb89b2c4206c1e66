"""The command `groeimodel`."""

import sys

from groeimodel.cli import run


def main() -> None:
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
