"""Server time of what is shown to others and to the supporter, as ratios to an empty page and to a bare 'hello', in one run.

.venv/bin/python -m bench.showcase
"""

from __future__ import annotations

import json
import sys

from bench import pages

MEADOW, SHOP = "bloemenweide-klaverland", "jeugdwinkel-drie-beken"
SUPPORTER = "Els"
SHOWN = (
    f"/samen/{SHOP}/",
    f"/samen/{SHOP}/?taal=fr",
    f"/samen/{SHOP}/nieuws/",
    f"/samen/{SHOP}/feed.xml",
    "/kaart/",
    "/open-cijfers/",
    "/regio/",
    "/regio/potgrond-aan-de-linde/",
    "/regio/potgrond-aan-de-linde/sessie/",
    f"/igs/{SHOP}/papier/",
    f"/igs/{SHOP}/wie-ziet-wat/",
    f"/igs/{SHOP}/rondkijken/",
    f"/igs/{MEADOW}/vergelijken/",
)


def run() -> tuple[list[dict[str, object]], str]:
    """For the supporter of the three examples."""
    return pages.run(SUPPORTER, only=SHOWN)


if __name__ == "__main__":
    figures, text = run()
    print(text)
    print(json.dumps(figures), file=sys.stderr)
