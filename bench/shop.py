"""Server time of the pages of a shop, as ratios to an empty page and to a bare 'hello', in one run; as `bench.pages` measures.

.venv/bin/python -m bench.shop
"""

from __future__ import annotations

import json
import sys

from bench import pages

SHOP = "/igs/jeugdwinkel-drie-beken/winkel/"


def run() -> tuple[list[dict[str, object]], str]:
    """For the coordinator of the example shop."""
    return pages.run("Hanne", (SHOP,), SHOP)


if __name__ == "__main__":
    figures, text = run()
    print(text)
    print(json.dumps(figures), file=sys.stderr)
