"""The sky by day and by night, and the weather in it: the gauge of expectations.

Mist says that expectations are not known, clouds that they are not shared, rain that they are not met, and a
bright sun that they are met. A gauge that was never read gives a pale sun behind mist: nobody knows yet.
"""

from math import cos, pi, sin

from groeimodel.rules.picture.canvas import Dice, points, thing
from groeimodel.rules.picture.scene import Scene

CLEAR_FROM, NO_CLOUD_FROM, DRY_FROM = 65.0, 80.0, 45.0
CLOUD = "M-62 26C-92 26 -96 -10 -66 -14C-66 -46 -22 -56 -6 -32C12 -54 54 -42 50 -10C86 -12 88 26 58 26Z"
CLOUD_SHADE = "M-62 26C-84 26 -92 8 -84 -4C-74 12 -40 16 -20 10C8 20 52 16 76 0C82 12 76 26 58 26Z"
CLOUD_PLACES = ((78.0, 34.0, 1.0), (-62.0, 52.0, 0.78), (14.0, 78.0, 1.12), (158.0, -30.0, 0.62))


def sky(scene: Scene) -> str:
    c, place = scene.colours, scene.layout
    paint = scene.fade("sky", (0, c.sky_1, 1), (0.62, c.sky_2, 1), (1, c.sky_3, 1))
    out = [f'<rect width="{place.width:.0f}" height="{place.ground:.0f}" fill="{paint}"/>']
    if scene.night or scene.auto:
        out.append(by_night(scene, stars(scene)))
    return "".join(out)


def by_night(scene: Scene, body: str) -> str:
    """Shown in the dark only."""
    return f'<g class="garden-night" display="none">{body}</g>' if scene.auto else body if scene.night else ""


def by_day(scene: Scene, body: str) -> str:
    return f'<g class="garden-day">{body}</g>' if scene.auto else "" if scene.night else body


def stars(scene: Scene) -> str:
    dice, place = Dice("stars" + scene.garden.title), scene.layout
    out = []
    for width, count in (("2", 46), ("3.4", 16)):
        dots = "".join(
            points("M~ ~h.1", dice(10, place.width - 10), dice(10, place.ground * 0.62)) for _ in range(count)
        )
        out.append(f'<path d="{dots}" stroke-width="{width}"/>')
    return f'<g stroke="#fff3d0" stroke-linecap="round" opacity=".75">{"".join(out)}</g>'


def weather(scene: Scene) -> str:
    """The gauge, as a link to what was said."""
    garden = scene.garden
    gauge = garden.weather
    x, y = scene.layout.sun
    if gauge.known is None and gauge.shared is None and gauge.met is None:
        body = _pale_sun(scene) + _mist(scene, 3)
    else:
        body = _sun(scene, gauge.met)
        raining = gauge.met is not None and gauge.met < DRY_FROM
        clouds = (
            0 if gauge.shared is None else sum(gauge.shared < limit for limit in (NO_CLOUD_FROM, 60, 40, 20))
        )
        if raining:
            clouds = max(clouds, 1)
            body += _rain(scene, DRY_FROM - (gauge.met or 0.0), clouds)
        body += _clouds(scene, clouds, dark=raining)
        if gauge.known is not None and gauge.known < CLEAR_FROM:
            body += _mist(scene, 1 + int(gauge.known < 45) + int(gauge.known < 25))
    title = scene.words.weather(gauge)
    return thing(body, title, garden.link_weather, transform=points("translate(~ ~)", x, y))


def _pale_sun(scene: Scene) -> str:
    c = scene.colours
    return (
        f'<circle r="56" fill="{c.cloud}" fill-opacity=".5" stroke="{c.sun_pale}" stroke-width="5" '
        f'stroke-dasharray=".1 11" stroke-linecap="round"/>'
    )


def _sun(scene: Scene, met: float | None) -> str:
    """Brighter and with longer rays, the more expectations are met; the moon, with its rings, at night."""
    c = scene.colours
    strength = 0.5 if met is None else met / 100
    reach = 96 + 110 * strength
    glow = scene.halo("glow", (0, c.glow, 0.8), (0.4, c.glow, 0.42), (0.7, c.glow, 0.13), (1, c.glow, 0))
    out = [f'<circle r="{reach:.0f}" fill="{glow}"/>']
    rays = "".join(_ray(at * pi / 8, 74, 84 + 34 * strength * (1 if at % 2 else 0.6)) for at in range(16))
    pale = f' opacity="{0.5 + strength:.1f}"' if strength < 0.5 else ""
    day = f'<circle r="56" fill="{c.sun}"{pale}/><circle r="46" fill="{c.sun_2}" fill-opacity=".55"/>'
    if met is not None and strength >= 0.3:
        day += f'<path d="{rays}" stroke="{c.sun}" stroke-width="6" stroke-linecap="round"/>'
    night = (
        f'<circle r="54" fill="{c.sun}"/><g fill="{c.sun_2}"><circle cx="-18" cy="-14" r="11"/>'
        f'<circle cx="16" cy="10" r="15"/><circle cx="-12" cy="24" r="7"/><circle cx="22" cy="-26" r="6"/></g>'
    )
    if met is not None and strength >= 0.3:
        night += f'<circle r="{68 + 14 * strength:.0f}" fill="none" stroke="{c.sun}" stroke-width="3" opacity=".35"/>'
    return "".join(out) + by_day(scene, day) + by_night(scene, night)


def _ray(angle: float, start: float, end: float) -> str:
    return points("M~ ~L~ ~", start * cos(angle), start * sin(angle), end * cos(angle), end * sin(angle))


def _clouds(scene: Scene, count: int, *, dark: bool) -> str:
    c = scene.colours
    if not count:
        return ""
    name = "cloud-dark" if dark else "cloud"
    body, shade = (c.cloud_2, c.cloud_3) if dark else (c.cloud, c.cloud_2)
    scene.keep(name, f'<path d="{CLOUD}" fill="{body}"/><path d="{CLOUD_SHADE}" fill="{shade}"/>')
    return "".join(
        scene.use(name, points(f"translate(~ ~)scale({scale})", x, y)) for x, y, scale in CLOUD_PLACES[:count]
    )


def _rain(scene: Scene, lack: float, clouds: int) -> str:
    """Slanting drops below each cloud, more of them the further expectations are from met."""
    dice = Dice("rain")
    each = 5 + int(lack / 5)
    drops = []
    for x, y, scale in CLOUD_PLACES[:clouds]:
        for at in range(each):
            left = x + scale * (-58 + 116 * (at + 0.5) / each) + dice(-4, 4)
            top = y + scale * 30 + dice(0, 46)
            drops.append(points("M~ ~l~ ~", left, top, -5 * scale, 17 * scale))
    return f'<path d="{"".join(drops)}" stroke="{scene.colours.rain}" stroke-width="3.4" stroke-linecap="round"/>'


def _mist(scene: Scene, bands: int) -> str:
    """Long veils, thinning out at their ends."""
    rows = ((-8, 26, 118, 11), (-22, 56, 104, 9), (30, -8, 92, 8))[:bands]
    path = "".join(
        f"M{x - w} {y}C{x - w // 2} {y - 2 * h} {x} {y - h} {x + w // 3} {y - h}S{x + w - 30} {y - h // 2} {x + w} {y}"
        f"C{x + w // 2} {y + 2 * h} {x} {y + h} {x - w // 3} {y + h}S{x - w + 30} {y + h // 2} {x - w} {y}Z"
        for x, y, w, h in rows
    )
    return f'<path d="{path}" fill="{scene.colours.mist}" opacity=".9"/>'


def butterflies(scene: Scene) -> str:
    """They come where flowers are in full bloom; at most three."""
    c, place = scene.colours, scene.layout
    blooming = sum(one.bloom >= 2 / 3 and not one.overdue for one in scene.garden.flowers)
    left, right = place.meadow
    spots = ((0.3, 300, c.mallow, c.mallow_3), (0.78, 332, c.sunf, c.sunf_2), (0.52, 244, c.corn_3, c.corn))
    out = []
    for at, (share, height, upper, lower) in enumerate(spots[: min(3, blooming)]):
        x = left + share * (right - left)
        y = place.ground - height - (130 if place.behind_meadow else 0)
        wing = (
            f'<path d="M0 0C-4 -24 -32 -24 -26 -6C-24 2 -10 4 0 2Z" fill="{upper}"/>'
            f'<path d="M0 1C-18 2 -22 12 -14 17C-8 20 -1 12 0 3Z" fill="{lower}"/>'
        )
        out.append(
            f'<g class="garden-flight{" garden-flight-2" if at else ""}">'
            f'<g transform="{points("translate(~ ~)rotate(~)scale(.82)", x, y, 18 - 31 * at)}">'
            f'<g class="garden-wing">{wing}<g transform="scale(-1 1)">{wing}</g></g>'
            f'<path d="M0 -9Q1 4 0 15M0 -9Q-3 -16 -7 -18M0 -9Q3 -16 7 -18" fill="none" stroke="{c.dark}" '
            f'stroke-width="2.6" stroke-linecap="round"/></g></g>'
        )
    return "".join(out)
