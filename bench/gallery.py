"""Gardens of all sizes, states and themes on one page, to look at: var/gallery/index.html.

.venv/bin/python -m bench.gallery
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from bench.gardens import garden
from groeimodel.rules.picture import Garden, draw
from groeimodel.rules.picture.garden import Weather

FOLDER = Path(__file__).resolve().parent.parent / "var" / "gallery"
PAGE = """<!doctype html><html lang="nl"><meta charset="utf-8"><title>Tuinen</title>
<style>body{{margin:2rem;font-family:sans-serif;display:grid;grid-template-columns:repeat(auto-fill,minmax(34rem,1fr));gap:1.5rem}}
figure{{margin:0}}img{{width:100%;border-radius:12px}}</style>{figures}</html>
"""


def gardens() -> Iterator[tuple[str, Garden, dict[str, str]]]:
    """A name, a garden, and how to draw it."""
    for theme in ("light", "dark", "print"):
        for members in (2, 5, 12, 25):
            for actions in (0, 5, 20, 60, 200):
                yield f"{theme}-{members}-{actions}", garden(members, actions, shop="full"), {"theme": theme}
    states = {
        "empty": Garden("Nieuw", ()),
        "poor": garden(
            5, 12, health=8, energy=4, trust=6, weather=Weather(20, 15, 12), shop="none", empty_seats=True
        ),
        "growing": garden(
            7, 14, health=45, energy=40, trust=40, weather=Weather(55, 50, 55), shop="scaffold"
        ),
        "rich": garden(8, 20, health=98, energy=100, trust=100, weather=Weather(95, 95, 98), shop="full"),
        "not-measured": garden(5, 8, health=None, energy=None, trust=None, weather=Weather(), shop="open"),
    }
    for name, one in states.items():
        for theme in ("light", "dark", "print"):
            yield f"{name}-{theme}", one, {"theme": theme}
    for members, actions in ((2, 5), (5, 20), (12, 60), (25, 200)):
        yield (
            f"tall-{members}-{actions}",
            garden(members, actions, shop="full"),
            {"theme": "light", "shape": "tall"},
        )


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    figures = []
    for name, one, options in gardens():
        (FOLDER / f"{name}.svg").write_text(draw(one, **options), encoding="utf-8")  # type: ignore[arg-type]
        figures.append(
            f'<figure><img src="{name}.svg" alt=""><figcaption>{escape(name)}</figcaption></figure>'
        )
    (FOLDER / "index.html").write_text(PAGE.format(figures="".join(figures)), encoding="utf-8")
    print(f"{len(figures)} gardens: {FOLDER / 'index.html'}")


if __name__ == "__main__":
    main()
