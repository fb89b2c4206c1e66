"""Mycelium: threads of exchange that wander from stone to stone, more and thicker where more is shared."""

from groeimodel.rules.picture.canvas import Dice, clean, number, points
from groeimodel.rules.picture.garden import Thread
from groeimodel.rules.picture.scene import Scene
from groeimodel.rules.picture.spots import Spot

MOST_THREADS = 60
"""The strongest are drawn; more would be a tangle."""


def threads(scene: Scene) -> str:
    where = {spot.member.id: spot for spot in scene.spots}
    known = [
        one
        for one in scene.garden.threads
        if one.a in where and one.b in where and one.a != one.b and one.weight > 0
    ]
    known.sort(key=lambda one: (-one.weight, one.a, one.b))
    drawn = known[:MOST_THREADS]
    if not drawn:
        return ""
    crowd = 0 if len(drawn) <= 8 else 1 if len(drawn) <= 20 else 2
    out = []
    for one in drawn:
        strands = _strands(one, where[one.a], where[one.b], crowd)
        width = (1.2, 1.1, 0.9)[crowd] + 1.1 * min(1.0, one.weight)
        title = clean(scene.words.thread(one, scene.members))
        out.append(f'<g stroke-width="{number(width)}"><title>{title}</title><path d="{strands}"/></g>')
    faint = (".8", ".6", ".42")[crowd]
    return f'<g fill="none" stroke="{scene.colours.thread}" stroke-linecap="round" opacity="{faint}">{"".join(out)}</g>'


def _strands(thread: Thread, a: Spot, b: Spot, crowd: int) -> str:
    """An arc of one to four strands that part and meet again, with fine side threads that feel around."""
    if a.x > b.x:
        a, b = b, a
    dice = Dice(f"thread{min(thread.a, thread.b)}{max(thread.a, thread.b)}")
    count = 1 + round(min(1.0, thread.weight) * (3, 2, 1)[crowd])
    dx, dy = b.x - a.x, b.y - a.y
    far = (dx * dx + dy * dy) ** 0.5
    bow = (1 if dice() < 0.5 else -1) * min(52.0, 8 + far * 0.07)
    parts = []
    for at in range(count):
        spread = (at - (count - 1) / 2) * min(26.0, 8 + far * 0.05)
        x1, y1 = a.x + dx * dice(0.24, 0.36), a.y + dy * 0.3 + bow + spread * dice(0.6, 1.4)
        x2, y2 = a.x + dx * dice(0.64, 0.76), a.y + dy * 0.7 + bow * dice(0.2, 0.9) - spread * dice(0.4, 1.2)
        parts.append(points("M~ ~C~ ~ ~ ~ ~ ~", a.x, a.y, x1, y1, x2, y2, b.x, b.y))
        for share in ((0.3, 0.52, 0.72), (0.4,), ())[crowd]:
            rest = 1 - share
            weights = (rest**3, 3 * rest * rest * share, 3 * rest * share * share, share**3)
            x = sum(w * v for w, v in zip(weights, (a.x, x1, x2, b.x), strict=True))
            y = sum(w * v for w, v in zip(weights, (a.y, y1, y2, b.y), strict=True))
            side = 1 if dice() < 0.5 else -1
            parts.append(
                points(
                    "M~ ~q~ ~ ~ ~t~ ~",
                    x,
                    y,
                    dice(5, 11),
                    side * dice(1, 5),
                    dice(12, 22),
                    side * dice(6, 14),
                    dice(8, 15),
                    side * dice(8, 15),
                )
            )
    return "".join(parts)
