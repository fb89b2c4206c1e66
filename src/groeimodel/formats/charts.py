"""Charts as SVG text, drawn here so that pages, files and paper share them. No script, no inline style.

Every chart has a title and a description with its figures in words, and tells nothing by colour alone.
``width`` None gives a chart that stretches with the page and takes its colours from the page's tokens;
a number gives one for paper, that wide. ``key`` has to be its own for every chart on a page.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from groeimodel.formats.chart_parts import Canvas, short
from groeimodel.rules.growth.story.parts import Certainty, DividedTold, GapTold, LayerTold

__all__ = ["certainty_bar", "dot_plot", "layer_bars", "spread", "trend"]

_BANDS = ((0.0, 40.0, 0.13), (40.0, 70.0, 0.24), (70.0, 100.0, 0.38))
"""From, to and how dark: poor, growing, rich."""
_TOUCHING = 5.0
"""Signs closer than this would hide each other: they are drawn a little above and below the line."""
_LAYER_MARK = {"soil": "square", "meadow": "circle", "shop": "diamond"}


def certainty_bar(
    certainty: Certainty, labels: Mapping[str, str], *, width: float | None = None, key: str = "certainty"
) -> str:
    """In which share of the recalculations each phase comes out: one bar, with its parts listed below."""
    canvas = Canvas(width)
    at = 0.0
    for one in certainty.shares:
        if one.share > 0:
            canvas.add(
                "rect",
                css=f"chart-{one.layer}",
                x=canvas.across(at),
                y=0,
                width=canvas.across(one.share * 100),
                height=28,
                rx=5,
                fill=canvas.palette.layers[one.layer],
                fill_opacity=1 if one.is_phase else 0.55,
                stroke=canvas.palette.surface,
                stroke_width=2,
            )
        at += one.share * 100
    for row, one in enumerate(certainty.shares):
        y = 53 + row * 24
        weight = "700" if one.is_phase else "400"
        canvas.mark(_LAYER_MARK[one.layer], _inset(canvas), y - 5, canvas.palette.layers[one.layer])
        canvas.text(_inset(canvas), y, one.label, size=15, weight=weight, dx=16)
        canvas.text(canvas.across(100), y, one.text, size=15, weight=weight, anchor="end")
    return canvas.svg(
        58 + 24 * (len(certainty.shares) - 1), key=key, title=labels["certainty"], desc=certainty.summary
    )


def layer_bars(
    layers: Sequence[LayerTold], labels: Mapping[str, str], *, width: float | None = None, key: str = "layers"
) -> str:
    """Score, margin and health of the three layers, on a scale that shows where poor ends and rich begins."""
    canvas = Canvas(width)
    for row, layer in enumerate(layers):
        y = row * 62.0
        canvas.text(canvas.across(0), y + 15, layer.name, size=16, weight="700")
        told = (
            layer.health_text if layer.score is None else f"{short(round(layer.score))} · {layer.health_text}"
        )
        canvas.text(canvas.across(100), y + 15, told, size=15, anchor="end")
        _layer_track(canvas, layer, y + 25)
    foot = len(layers) * 62.0 + 2
    for low, high, name in ((0, 40, "band_poor"), (40, 70, "band_growing"), (70, 100, "band_rich")):
        canvas.text(
            canvas.x((low + high) / 2),
            foot + 4,
            labels[name],
            size=13,
            fill=canvas.palette.soft,
            anchor="middle",
        )
    for value in (0, 40, 70, 100):
        anchor = {0: "start", 100: "end"}.get(value, "middle")
        canvas.text(canvas.x(value), foot - 12, str(value), size=12, fill=canvas.palette.soft, anchor=anchor)
    desc = " ".join(
        f"{one.name}: {one.score_text}, {one.health_text}. {one.interval_text}." for one in layers
    )
    return canvas.svg(foot + 10, key=key, title=labels["layers"], desc=desc)


def _layer_track(canvas: Canvas, layer: LayerTold, y: float) -> None:
    colour = canvas.palette.layers[layer.layer]
    for low, high, shade in _BANDS:
        canvas.add(
            "rect",
            css=f"chart-{layer.layer}",
            x=canvas.x(low),
            y=y,
            width=canvas.span(high - low),
            height=14,
            fill=colour,
            fill_opacity=shade,
        )
    if layer.low is not None and layer.high is not None:
        canvas.add(
            "rect",
            css=f"chart-{layer.layer}",
            x=canvas.x(layer.low),
            y=y + 3,
            width=canvas.span(layer.high - layer.low),
            height=8,
            rx=4,
            fill=colour,
            fill_opacity=0.75,
        )
    if layer.score is not None:
        canvas.mark("diamond", canvas.x(layer.score), y + 7, colour)


def dot_plot(
    gaps: Sequence[GapTold], labels: Mapping[str, str], *, width: float | None = None, key: str = "gaps"
) -> str:
    """Per building block how aldermen (circle) and officers (square) score it; a thick line asks for a talk."""
    canvas = Canvas(width, margin=9)
    ink = canvas.palette
    canvas.mark("circle", _inset(canvas), 10, ink.roles["alderman"])
    canvas.text(_inset(canvas), 15, labels["aldermen"], size=14, dx=15)
    canvas.mark("square", canvas.across(37), 10, ink.roles["officer"])
    canvas.text(canvas.across(37), 15, labels["officers"], size=14, dx=15)
    canvas.mark("bubble", _inset(canvas), 35, ink.talk)
    canvas.text(_inset(canvas), 39, labels["talk"], size=14, dx=15)
    top = 54.0
    for row, gap in enumerate(gaps):
        _gap_row(canvas, gap, top + row * 54)
    foot = top + len(gaps) * 54
    for value in (0, 50, 100):
        canvas.text(canvas.x(value), foot + 6, str(value), size=12, fill=ink.soft, anchor="middle")
    desc = " ".join(
        f"{one.label}: {labels['aldermen']} {one.alderman_text}, {labels['officers']} {one.officer_text}."
        for one in gaps
    )
    return canvas.svg(foot + 12, key=key, title=labels["differences"], desc=desc)


def _gap_row(canvas: Canvas, gap: GapTold, y: float) -> None:
    ink = canvas.palette
    alderman, officer = gap.alderman or 0.0, gap.officer or 0.0
    if gap.to_talk_about:
        canvas.mark("bubble", _inset(canvas), y + 10, ink.talk)
    canvas.text(
        _inset(canvas) if gap.to_talk_about else canvas.across(0),
        y + 14,
        gap.label,
        size=14,
        weight="700" if gap.to_talk_about else "400",
        dx=15 if gap.to_talk_about else 0,
    )
    line = y + 33
    canvas.add("line", x1=canvas.x(0), x2=canvas.x(100), y1=line, y2=line, stroke=ink.track, stroke_width=2)
    canvas.add(
        "line",
        css="chart-talk" if gap.to_talk_about else "chart-gap",
        x1=canvas.x(alderman),
        x2=canvas.x(officer),
        y1=line,
        y2=line,
        stroke=ink.talk if gap.to_talk_about else ink.line,
        stroke_width=7 if gap.to_talk_about else 3,
    )
    left_first = alderman <= officer
    apart = 5 if abs(alderman - officer) < _TOUCHING else 0
    for value, text, shape, role, left, lift in (
        (officer, gap.officer_text, "square", "officer", not left_first, apart),
        (alderman, gap.alderman_text, "circle", "alderman", left_first, -apart),
    ):
        weight = "700" if gap.to_talk_about else "400"
        canvas.label(canvas.x(value), line, text, side=-1 if left else 1, size=13, weight=weight)
        canvas.mark(shape, canvas.x(value), line + lift, ink.roles[role])


def spread(
    divided: DividedTold, labels: Mapping[str, str], *, width: float | None = None, key: str = "spread"
) -> str:
    """How many gave each answer, 1 to 5, to a statement that divides."""
    canvas = Canvas(width)
    ink = canvas.palette
    most = max(*divided.counts, 1)
    for answer, count in enumerate(divided.counts):
        height = 44 * count / most
        x = answer * 20 + 3
        canvas.add(
            "rect",
            css=f"chart-{divided.layer}",
            x=canvas.across(x),
            y=18 + 44 - height,
            width=canvas.across(14),
            height=max(height, 1.5),
            rx=min(4.0, max(height, 1.5) / 2),
            fill=ink.layers[divided.layer] if count else ink.track,
        )
        middle = canvas.across(x + 7)
        if count:
            canvas.text(middle, 13 + 44 - height, str(count), size=14, weight="700", anchor="middle")
        canvas.text(middle, 78, str(answer + 1), size=13, fill=ink.soft, anchor="middle")
    canvas.text(canvas.across(3), 95, labels["disagree"], size=13, fill=ink.soft)
    canvas.text(canvas.across(97), 95, labels["agree"], size=13, fill=ink.soft, anchor="end")
    return canvas.svg(100, key=key, title=divided.text, desc=f"{divided.counts_text}. {divided.sentence}")


def trend(
    rounds: Sequence[tuple[str, Mapping[str, float | None]]],
    names: Mapping[str, str],
    labels: Mapping[str, str],
    *,
    width: float | None = None,
    key: str = "trend",
) -> str:
    """Scores per layer over rounds, oldest first: (name of the round, layer -> score)."""
    canvas = Canvas(width, margin=9)
    ink = canvas.palette
    last = max(len(rounds) - 1, 1)
    for value in (0, 40, 70, 100):
        y = _height(value)
        canvas.add("line", x1=canvas.x(0), x2=canvas.x(100), y1=y, y2=y, stroke=ink.track, stroke_width=1)
        canvas.text(canvas.x(0), y + 4, str(value), size=12, fill=ink.soft, anchor="end", dx=-10)
    for layer in names:
        told = [(column * 100 / last, scores.get(layer)) for column, (_, scores) in enumerate(rounds)]
        there = [(x, score) for x, score in told if score is not None]
        _trend_line(canvas, layer, there)
    for column, (name, _) in enumerate(rounds):
        anchor = "start" if column == 0 else ("end" if column == last else "middle")
        canvas.text(canvas.x(column * 100 / last), 184, name, size=13, fill=ink.soft, anchor=anchor)
    for row, (layer, name) in enumerate(names.items()):
        canvas.mark(_LAYER_MARK[layer], canvas.across(2 + row * 33), 210, ink.layers[layer])
        canvas.text(canvas.across(2 + row * 33), 215, name, size=13, dx=12)
    desc = " ".join(
        f"{name}: "
        + ", ".join(
            f"{names[layer]} {'-' if score is None else round(score)}" for layer, score in scores.items()
        )
        + "."
        for name, scores in rounds
    )
    return canvas.svg(222, key=key, title=labels["changes"], desc=desc)


def _height(score: float) -> float:
    return 164 - score * 1.5


def _trend_line(canvas: Canvas, layer: str, there: Sequence[tuple[float, float]]) -> None:
    colour = canvas.palette.layers[layer]
    for (x1, before), (x2, after) in pairwise(there):
        canvas.add(
            "line",
            css=f"chart-{layer}",
            x1=canvas.x(x1),
            x2=canvas.x(x2),
            y1=_height(before),
            y2=_height(after),
            stroke=colour,
            stroke_width=3,
        )
    for x, score in there:
        canvas.mark(_LAYER_MARK[layer], canvas.x(x), _height(score), colour)


def _inset(canvas: Canvas) -> str:
    """Room for half a sign at the left edge."""
    return "9" if canvas.width is None else short(9)
