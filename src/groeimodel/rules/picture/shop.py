"""The flower shop: nothing yet, a scaffold, an open door, or a full window with everything outside."""

from collections.abc import Sequence

from groeimodel.rules.picture import species
from groeimodel.rules.picture.canvas import Dice, number, points, text, text_width, thing
from groeimodel.rules.picture.garden import Bouquet, Species
from groeimodel.rules.picture.scene import Scene

WIDTH, WALL = 292.0, 186.0
"""Of the front, without its gable."""
WINDOW = (26.0, -132.0, 148.0, 98.0)
"""Left, top, width and height of the shop window."""
DOOR = (204.0, -136.0, 62.0, 136.0)
SHELF = 6
"""Bouquets on one shelf of the window."""
KINDS: tuple[Species, ...] = ("sunflower", "poppy", "cornflower", "daisy", "mallow")
GABLE = "M-6 -186V-206H28V-232H62V-258H96V-284H122V-304H170V-284H196V-258H230V-232H264V-206H298V-186Z"


def shop(scene: Scene) -> str:
    state, place = scene.garden.shop, scene.layout
    if state == "none":
        return ""
    spot = points("translate(~ ~)", place.shop, place.at(place.shop + WIDTH / 2, place.shop_depth) + 5)
    title = scene.words.shop(state)
    if state == "scaffold":
        return thing(_scaffold(scene), title, scene.garden.link_shop, transform=spot)
    body = _house(scene) + _door(scene) + _window(scene)
    if state == "full":
        body += _plenty(scene)
    front = _awning(scene)
    return (
        thing(body, title, scene.garden.link_shop, transform=spot)
        + _bouquets(scene, scene.garden.bouquets, spot)
        + f'<g transform="{spot}">{front}</g>'
    )


def _bricks(c: str, top: float, seed: str, count: int) -> str:
    dice = Dice(seed)
    rows = "".join(
        points("M~ ~h~", dice(6, WIDTH - 30), top + 9 * int(dice(0, -top / 9 - 1)), dice(10, 20))
        for _ in range(count)
    )
    return f'<path d="{rows}" stroke="{c}" stroke-width="3.4" opacity=".55"/>'


def _house(scene: Scene) -> str:
    c = scene.colours
    sign = scene.words["shop_sign"]
    size = min(29.0, 29 * 236 / text_width(sign, 29))
    return (
        f'<path d="{GABLE}" fill="{c.brick}"/><rect y="-190" width="{WIDTH:.0f}" height="192" fill="{c.brick}"/>'
        f"{_bricks(c.brick_2, -180, 'bricks', 46)}"
        f'<path d="M-10 -206h42M24 -232h42M58 -258h42M92 -284h34M116 -304h60M166 -284h34M192 -258h42M226 -232h42M260 -206h42" '
        f'stroke="{c.trim}" stroke-width="8"/>'
        f'<path d="M126 -222v-24a20 20 0 0 1 40 0v24z" fill="{c.glass}" stroke="{c.trim}" stroke-width="6"/><path d="M146 -266v44M126 -240h40" '
        f'stroke="{c.trim}" stroke-width="3.4"/><path d="M118 -219h56" stroke="{c.trim}" stroke-width="7"/>'
        f'<rect x="8" y="-204" width="276" height="38" rx="5" fill="{c.sign}" stroke="{c.trim}" stroke-width="3"/>'
        f"{text(sign, (WIDTH / 2, -177), size, c.sign_text, head=True)}"
        f'<path d="M-8 0H300" stroke="{c.stone_2}" stroke-width="9"/>'
    )


def _door(scene: Scene) -> str:
    """Open: warm light inside, the door itself turned to the wall."""
    c = scene.colours
    x, y, w, h = DOOR
    return (
        f'<rect x="{x - 5:.0f}" y="{y - 5:.0f}" width="{w + 10:.0f}" height="{h + 5:.0f}" fill="{c.trim}"/>'
        f'<rect x="{x:.0f}" y="{y:.0f}" width="{w:.0f}" height="{h:.0f}" fill="{c.inside}"/>'
        f'<path d="M{x + 24:.0f} -4v-46h24v46zM{x + 28:.0f} -50v-14h16v14z" fill="{c.plank_2}" opacity=".5"/>'
        f'<path d="M{x:.0f} {y:.0f}l22 10v122l-22 4z" fill="{c.door}"/><path d="M{x + 5:.0f} {y + 14:.0f}l12 6v42l-12 -3z" fill="{c.glass}"/>'
        f'<circle cx="{x + 18:.0f}" cy="-62" r="3" fill="{c.sunf}"/><path d="M{x - 8:.0f} -2h{w + 16:.0f}" stroke="{c.trim_2}" stroke-width="7"/>'
    )


def _window(scene: Scene) -> str:
    c = scene.colours
    x, y, w, h = WINDOW
    shelf = (
        f'<path d="M{x:.0f} {y + h * 0.54:.0f}h{w:.0f}" stroke="{c.trim_2}" stroke-width="4"/>'
        if len(scene.garden.bouquets) > SHELF
        else ""
    )
    return (
        f'<rect x="{x:.0f}" y="{y:.0f}" width="{w:.0f}" height="{h:.0f}" fill="{c.glass}" stroke="{c.trim}" stroke-width="8"/>'
        f'<path d="M{x + 18:.0f} {y + 4:.0f}l-14 40v-40zM{x + 44:.0f} {y + 4:.0f}l-36 90h16l36 -90z" fill="{c.white}" opacity=".35"/>{shelf}'
        f'<path d="M{x - 8:.0f} {y + h + 5:.0f}h{w + 16:.0f}" stroke="{c.trim_2}" stroke-width="8"/>'
        f'<path d="M{x + 4:.0f} {y + h + 10:.0f}h{w - 8:.0f}v14h{8 - w:.0f}z" fill="{c.brick_2}" opacity=".7"/>'
    )


def _awning(scene: Scene) -> str:
    """Striped, with scallops, over door and window."""
    c = scene.colours
    stripes, w = 12, 300 / 12
    tones: tuple[list[str], list[str]] = ([], [])
    for at in range(stripes):
        top, low = 2 + at * 288 / stripes, -4 + at * w
        tones[at % 2].append(
            points("M~ -166h~L~ -128a~ ~ 0 0 1 ~ 0z", top, 288 / stripes, low + w, w / 2, 12, -w)
        )
    return (
        f'<path d="{"".join(tones[0])}" fill="{c.awning}"/><path d="{"".join(tones[1])}" fill="{c.cream}"/>'
        f'<path d="M-4 -128h300" stroke="{c.shade}" stroke-width="2" opacity=".12"/>'
    )


def _bouquets(scene: Scene, featured: Sequence[Bouquet], spot: str) -> str:
    """What the shop features, on one shelf or two."""
    if not featured:
        return ""
    x, y, w, h = WINDOW
    shelves = 1 if len(featured) <= SHELF else 2
    per_shelf = -(-len(featured) // shelves)
    cell = (w - 8) / per_shelf
    size = min(1.0, cell / 40) if shelves == 1 else min(0.5, cell / 40)
    out = []
    for at, one in enumerate(featured):
        shelf, index = divmod(at, per_shelf)
        here = min(per_shelf, len(featured) - shelf * per_shelf)
        left = x + w / 2 + (index - (here - 1) / 2) * min(cell, 46)
        foot = y + h - 4 if shelf == shelves - 1 else y + h * 0.54 - 2
        out.append(
            f'<g transform="{points("translate(~ ~)", left, foot)}scale({size:.2f})">{_bouquet(scene, one)}</g>'
        )
    titled = [
        thing(body, scene.words["bouquet"].format(title=one.title), one.link, transform=spot)
        for body, one in zip(out, featured, strict=True)
    ]
    return "".join(titled)


def _bouquet(scene: Scene, bouquet: Bouquet) -> str:
    """Three kinds of flowers in a pot."""
    dice, c = Dice("bouquet" + bouquet.id), scene.colours
    first = dice.pick(len(KINDS))
    out = [f'<path d="M0 -20L-13 -44M0 -20L13 -45M0 -20V-52" stroke="{c.leaf}" stroke-width="3.5"/>']
    scene.keep("daisy-leaf", species.leaf, "daisy", c)
    out += [scene.use("daisy-leaf", f"translate(0 -24)scale({side}.5 .5)rotate(-20)") for side in ("", "-")]
    for at, (x, y) in enumerate(((-13, -44), (13, -45), (0, -57))):
        kind = KINDS[(first + at * 2) % len(KINDS)]
        scene.keep(f"{kind}-full", species.head, kind, "full", c)
        out.append(scene.use(f"{kind}-full", f"translate({x} {y})scale(.38)"))
    out.append(
        f'<path d="M-12 -24h24l-4 24h-16z" fill="{c.pot}"/><path d="M-14 -28h28v6h-28z" fill="{c.pot_2}"/>'
    )
    return "".join(out)


def _plenty(scene: Scene) -> str:
    """Buckets of flowers on the pavement, and bunting from gable to gable."""
    c = scene.colours
    flags: tuple[list[str], ...] = ([], [], [])
    for at in range(9):
        x = 14 + 31 * at
        y = -220 + 13 * (1 - ((at - 4) / 4.5) ** 2)
        flags[at % 3].append(points("M~ ~h18l-9 15z", x, y))
    bunting = "".join(
        f'<path d="{"".join(rows)}" fill="{tone}"/>'
        for rows, tone in zip(flags, (c.sunf, c.cream, c.corn_3), strict=True)
    )
    bunting = (
        f'<path d="M6 -221Q146 -194 286 -221" fill="none" stroke="{c.cream}" stroke-width="2"/>{bunting}'
    )
    out = [bunting]
    for at, (left, kinds) in enumerate(
        ((8.0, ("sunflower", "daisy")), (182.0, ("mallow", "poppy")), (284.0, ("cornflower", "daisy")))
    ):
        heads = ((-13, -44), (12, -46), (0, -58), (-4, -38))
        out.append(f'<g transform="translate({number(left)} {2 - at % 2})">')
        out.append(f'<path d="M0 -20L-13 -42M0 -20L12 -44M0 -20V-54" stroke="{c.leaf_2}" stroke-width="4"/>')
        for place, (aside, top) in enumerate(heads):
            kind: Species = kinds[place % 2]  # type: ignore[assignment]
            scene.keep(f"{kind}-full", species.head, kind, "full", c)
            out.append(scene.use(f"{kind}-full", f"translate({aside} {top})scale(.4)"))
        out.append(
            f'<path d="M-15 -30h30l-5 30h-20z" fill="{c.zinc}"/><path d="M-13 -21h26" stroke="{c.white}" stroke-width="2" opacity=".5"/></g>'
        )
    return "".join(out)


def _scaffold(scene: Scene) -> str:
    """Walls half up, poles and planks around them, a ladder, and a board that says so."""
    c = scene.colours
    poles = "M-14 4V-262M86 4V-262M206 4V-262M306 4V-262"
    wall = "M0 0V-118H34V-132H92V-110H128V-96H196V-128H236V-150H292V0Z"
    rungs = "".join(points("M~ ~h26", 108 - at * 2.2, -12 - at * 15) for at in range(11))
    words = scene.words["building"]
    size = min(27.0, 27 * 150 / text_width(words, 27))
    return (
        f'<path d="M20 -118V-222H50L146 -290L242 -222H272V-150" fill="none" stroke="{c.label_2}" stroke-width="2.5" stroke-dasharray="7 8" opacity=".6"/>'
        f'<path d="{wall}" fill="{c.brick}"/>{_bricks(c.brick_2, -96, "building", 26)}'
        f'<path d="M26 -34h148v-62h-148zM204 0v-126h62v126z" fill="{c.shade}" opacity=".28"/>'
        f'<path d="M22 -100h156M200 -130h70" stroke="{c.trim}" stroke-width="9"/>'
        f'<path d="M-14 -4L86 -138M206 -138L306 -4M86 -138L206 -250M-14 -138L86 -250M306 -138L206 -250" stroke="{c.plank_2}" stroke-width="4"/>'
        f'<path d="{poles}" stroke="{c.plank_2}" stroke-width="7" stroke-linecap="round"/>'
        f'<path d="M-26 -138H318M-26 -250H318" stroke="{c.plank}" stroke-width="11"/><path d="M-26 -132H318M-26 -244H318" stroke="{c.plank_3}" stroke-width="2.5"/>'
        f'<path d="M98 4L76 -176M124 4L102 -176" stroke="{c.plank_3}" stroke-width="5"/><path d="{rungs}" stroke="{c.plank_3}" stroke-width="4"/>'
        f'<path d="M232 -144v-16h44v16zM238 -160v-13h32v13z" fill="{c.brick_2}"/>'
        f'<path d="M150 -256h26l-4 -20h-18z" fill="{c.zinc}"/>'
        f'<rect x="128" y="-226" width="172" height="46" rx="5" fill="{c.cream}" stroke="{c.plank_3}" stroke-width="3"/>'
        f'<path d="M150 -226v-20M278 -226v-20" stroke="{c.plank_3}" stroke-width="3"/>'
        f"{text(words, (214, -195), size, c.shade, head=True)}"
        f'<path d="M-40 4q22 -30 50 0z" fill="{c.straw}"/>'
    )
