"""Make the outlines of municipalities small: GeoJSON in, one JSON of whole numbers out; borders that are shared stay shared.

The source has neither shape nor point for Mesen (33016): its place is written here.

python tools/outlines.py GEOJSON POINTS.csv > src/groeimodel/content/outlines.json

Points are put on a grid of 1000 wide; between places where three areas meet, a border is simplified once (Douglas and
Peucker 1973) for both its sides.
"""

from __future__ import annotations

import csv
import json
import math
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

Point = tuple[int, int]
Ring = list[Point]
WIDTH = 1000
TOLERANCE = 0.9
"""In points of the grid; one is about 230 metres."""
MESEN = ("33016", 2.8986, 50.7636)
"""Without a shape: a place in the town, longitude and latitude."""


def rings_of(geometry: dict[str, Any] | None) -> list[list[list[float]]]:
    if not geometry:
        return []
    shapes = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [ring for shape in shapes for ring in shape]


def grid_of(points: Sequence[Sequence[float]]) -> tuple[Callable[[float, float], Point], int]:
    """From longitude and latitude to the grid, and its height."""
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    narrow = math.cos(math.radians((south + north) / 2))
    scale = WIDTH / ((east - west) * narrow)

    def at(x: float, y: float) -> Point:
        return round((x - west) * narrow * scale), round((north - y) * scale)

    return at, round((north - south) * scale)


def on_grid(ring: Sequence[Sequence[float]], at: Callable[[float, float], Point]) -> Ring:
    """Without its last point, which is the first again; empty where nothing is left of it."""
    line: Ring = []
    for x, y in ring:
        if not line or line[-1] != at(x, y):
            line.append(at(x, y))
    return line[:-1] if len(line) >= 4 else []


def junctions(shapes: Mapping[str, Sequence[Ring]]) -> set[Point]:
    """Points where a border begins or ends: where not the same areas lie on both stretches beside it."""
    around: dict[Point, dict[Point, set[str]]] = defaultdict(lambda: defaultdict(set))
    for nis, rings in shapes.items():
        for ring in rings:
            for a, b in pairwise([*ring, ring[0]]):
                around[a][b].add(nis)
                around[b][a].add(nis)
    return {
        point
        for point, others in around.items()
        if len(others) != 2 or len({frozenset(one) for one in others.values()}) > 1
    }


def simplified(line: Ring) -> Ring:
    if len(line) < 3:
        return line
    (x1, y1), (x2, y2) = line[0], line[-1]
    length = math.hypot(x2 - x1, y2 - y1)

    def off(p: Point) -> float:
        if not length:
            return math.hypot(p[0] - x1, p[1] - y1)
        return abs((x2 - x1) * (y1 - p[1]) - (x1 - p[0]) * (y2 - y1)) / length

    far = max(range(1, len(line) - 1), key=lambda n: off(line[n]))
    if off(line[far]) <= TOLERANCE:
        return [line[0], line[-1]]
    return simplified(line[: far + 1])[:-1] + simplified(line[far:])


def smaller(ring: Ring, ends: set[Point]) -> Ring:
    """A ring whose borders are each simplified the same way from both sides."""
    begin = next((n for n, p in enumerate(ring) if p in ends), 0)
    turned = [*ring[begin:], *ring[:begin], ring[begin]]
    cuts = [n for n, p in enumerate(turned) if p in ends or n in (0, len(turned) - 1)]
    if len(cuts) == 2:  # an island: cut in two, or it would shrink to a point
        cuts.insert(1, len(turned) // 2)
    whole: Ring = []
    for first, last in pairwise(cuts):
        border = turned[first : last + 1]
        back = border[::-1] < border
        small = simplified(border[::-1] if back else border)
        whole += (small[::-1] if back else small)[:-1]
    return whole


def path_of(rings: Sequence[Ring], ends: set[Point]) -> str:
    path = ""
    for ring in (smaller(one, ends) for one in rings):
        if len(ring) >= 3:
            steps = " ".join(f"{bx - ax} {by - ay}" for (ax, ay), (bx, by) in pairwise(ring))
            path += f"M{ring[0][0]} {ring[0][1]}l{steps}z"
    return path.replace(" -", "-")


def main(geojson: str, points: str) -> None:
    features = json.loads(Path(geojson).read_text(encoding="utf-8"))["features"]
    found = {one["properties"]["nis"]: rings_of(one["geometry"]) for one in features}
    at, height = grid_of([point for rings in found.values() for ring in rings for point in ring])
    shapes = {nis: [line for ring in rings if (line := on_grid(ring, at))] for nis, rings in found.items()}
    ends = junctions(shapes)
    with Path(points).open(encoding="utf-8", newline="") as file:
        rows = [(row["nis"], row["lon"], row["lat"]) for row in csv.DictReader(file)]
    middle = {nis: at(float(lon), float(lat)) for nis, lon, lat in rows if lon and lat}
    middle.setdefault(MESEN[0], at(*MESEN[1:]))
    body = ",\n".join(
        f'"{nis}":[{middle[nis][0]},{middle[nis][1]},"{path_of(shapes.get(nis, []), ends)}"]'
        for nis in sorted(middle)
    )
    sys.stdout.write(f'{{"width":{WIDTH},"height":{height},"shapes":{{\n{body}\n}}}}\n')


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
