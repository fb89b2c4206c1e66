"""`python -m groeimodel.content [folder]`: check the files after editing them."""

import sys
from pathlib import Path

from groeimodel.content.errors import ContentError
from groeimodel.content.nutrients import nutrients_from
from groeimodel.content.whole import read_all


def main(arguments: list[str]) -> int:
    """Says what the files hold, or everything that is wrong with them; 2 is the status of bad input."""
    folder = Path(arguments[0]) if arguments else Path(__file__).parent
    try:
        content, areas = read_all(folder), nutrients_from(folder)
    except ContentError as error:
        print(error, file=sys.stderr)
        return 2
    print(
        f"In orde: versie {content.version}, {len(content.statements)} stellingen in {len(content.blocks)} "
        f"bouwstenen, {len(content.factors)} succesfactoren, {len(areas)} voedingsstoffen, {len(content.words)} woorden en zinnen."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
