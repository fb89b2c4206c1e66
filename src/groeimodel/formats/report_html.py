"""The told diagnosis as one file for a browser: no other file, no script, nothing fetched from elsewhere."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from pathlib import Path

from groeimodel.formats import charts
from groeimodel.formats.report import Report
from groeimodel.rules.growth.story import Story
from groeimodel.rules.growth.story.parts import (
    DividedTold,
    GuessTold,
    LayerTold,
    Steps,
    StepTold,
    Table,
    WhyStep,
)

_HERE = Path(__file__).parent
_FACES = (
    ("Fraunces", 600, "Fraunces-SemiBold"),
    ("Atkinson Hyperlegible Next", 400, "AtkinsonHyperlegibleNext-Regular"),
    ("Atkinson Hyperlegible Next", 700, "AtkinsonHyperlegibleNext-Bold"),
)
_LANGUAGE = {"nl": "nl-BE", "en": "en"}


def render_html(report: Report) -> str:
    """A complete document with style, letters and pictures inside; the same report gives the same text."""
    story, title = report.story, escape(report.title)
    example = _tag("example", story.labels["example"]) if report.example else ""
    date = (
        f"<span>{escape(story.labels['made_on'])} {escape(report.date_text)}</span>"
        if report.date_text
        else ""
    )
    version = f"{story.labels['content_version']} {story.content_version}"
    return (
        f'<!doctype html>\n<html lang="{_LANGUAGE[report.language]}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n"
        f'<header class="frame top"><strong>{title}</strong>{date}{example}</header>\n'
        f'<main class="frame">\n{"".join(_sections(report))}</main>\n'
        f'<footer><div class="frame">{_p(story.mirror_text)}{_p(version)}</div></footer>\n</body>\n</html>\n'
    )


@cache
def _style() -> str:
    faces = "".join(
        f'@font-face{{font-family:"{family}";font-weight:{weight};font-display:swap;'
        f"src:url(data:font/woff2;base64,{_letters(name)}) format('woff2')}}\n"
        for family, weight, name in _FACES
    )
    return faces + (_HERE / "report.css").read_text(encoding="utf-8")


def _letters(name: str) -> str:
    return b64encode((_HERE / "fonts" / f"{name}.woff2").read_bytes()).decode("ascii")


def _sections(report: Report) -> Iterator[str]:
    story = report.story
    yield _top(report)
    yield _verdict(story)
    yield _layers(story)
    yield _steps(story)
    yield _differences(story)
    if story.guesses:
        yield _guesses(story)
    yield _divided(story)
    yield _model(story)
    if story.changes:
        yield _changes(story)
    yield _heard(story)
    yield _why(story)


def _p(text: str, css: str = "") -> str:
    if not text:
        return ""
    return f'<p class="{css}">{escape(text)}</p>' if css else f"<p>{escape(text)}</p>"


def _tag(kind: str, text: str) -> str:
    return f'<span class="tag tag-{kind}">{escape(text)}</span>'


def _points(points: Iterable[str], css: str = "") -> str:
    items = "".join(f"<li>{escape(point)}</li>" for point in points)
    return f'<ul class="{css}">{items}</ul>' if items else ""


def _section(key: str, title: str, *parts: str) -> str:
    head = f'<section class="stack-l" aria-labelledby="{key}"><h2 id="{key}">{escape(title)}</h2>'
    return f"{head}{''.join(parts)}</section>\n"


def _table(table: Table, *, quiet: bool = False) -> str:
    """``quiet`` hides a caption that repeats the heading above it; screen readers still get it."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in table.columns)
    rows = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in row[1:])}</tr>'
        for row in table.rows
    )
    name = escape(table.caption)
    hidden = ' class="sr-only"' if quiet else ""
    return (
        f'<div class="scroll" tabindex="0" role="group" aria-label="{name}"><table><caption{hidden}>{name}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _top(report: Report) -> str:
    story = report.story
    garden = f'<figure class="garden">{report.garden_light_svg}</figure>' if report.garden_light_svg else ""
    return f'<div class="stack-l"><h1>{escape(story.headline)}</h1>{_p(story.certainty.sentence, "lead")}{garden}{_p(story.lead, "soft measure")}</div>\n'


def _verdict(story: Story) -> str:
    labels = story.labels
    certainty = ""
    if story.certainty.known:
        chart = charts.certainty_bar(story.certainty, labels)
        certainty = f'<figure class="card"><h3>{escape(labels["certainty"])}</h3>{_p(story.certainty.word)}{chart}</figure>'
    notices = (*(one.text for one in story.warnings), *story.hidden)
    warning = (
        f'<div class="notice stack"><h3>{escape(labels["warnings"])}</h3>{_points(notices)}</div>'
        if notices
        else ""
    )
    text = f'<div class="stack">{_p(story.verdict_text, "lead")}{_p(story.aim_text, "aim")}{_p(story.mirror_text, "soft")}</div>'
    return _section("oordeel", story.verdict_title, f'<div class="two">{text}{certainty}</div>', warning)


def _layers(story: Story) -> str:
    chart = charts.layer_bars(story.layers, story.labels)
    cards = "".join(_layer(story, layer) for layer in story.layers)
    return _section(
        "lagen",
        story.labels["layers"],
        _p(story.labels["layers_note"], "measure"),
        f'<figure class="card">{chart}</figure>',
        f'<div class="three">{cards}</div>',
    )


def _layer(story: Story, layer: LayerTold) -> str:
    tags = [
        story.labels[name] for name, there in (("phase", layer.is_phase), ("first", layer.first)) if there
    ]
    marks = " ".join(_tag("own", tag) for tag in tags)
    figure = f'<p><span class="big">{escape(layer.score_text)}</span></p>'
    told = f"{layer.health_text[:1].upper()}{layer.health_text[1:]}, {layer.interval_text}".rstrip(", ")
    return (
        f'<article class="card layer {layer.layer}"><h3>{escape(layer.name)}</h3>{_p(layer.plain, "soft")}'
        f"{figure}{_p(told)}{_p(layer.hint)}{_p(layer.operation_text, 'soft small')}"
        f"{f'<p>{marks}</p>' if marks else ''}</article>"
    )


def _steps(story: Story) -> str:
    groups = "".join(_actor(story, group) for group in story.next_steps)
    factors = _table(
        Table(
            story.labels["factors"],
            (story.labels["factor"], story.labels["meaning"]),
            tuple(
                (f"{one.title} ({one.note})" if one.note else one.title, one.text) for one in story.factors
            ),
        )
    )
    return _section(
        "stappen",
        story.labels["steps"],
        _p(story.steps_text, "lead"),
        f'<div class="three">{groups}</div>',
        f"<details><summary><h3>{escape(story.labels['factors'])}</h3></summary>{factors}</details>"
        if story.factors
        else "",
    )


def _actor(story: Story, group: Steps) -> str:
    own = f" {_tag('own', story.labels['your_role'])}" if group.own else ""
    steps = "".join(_step(story, step) for step in group.steps)
    listed = f'<ol class="steps">{steps}</ol>' if steps else ""
    css = "card card-own" if group.own else "card"
    return (
        f'<article class="{css}"><h3>{escape(group.heading)}{own}</h3>{_p(group.none_text)}{listed}</article>'
    )


def _step(story: Story, step: StepTold) -> str:
    start = f"{story.labels['start']}: {step.start_label}" if step.start_label else ""
    return (
        f"<li><p><strong>{escape(step.advice)}</strong></p>{_p(f'‘{step.text}’', 'soft small')}"
        f"{_p(f'{step.reason} {step.gain_text}', 'small')}{_p(start, 'small')}</li>"
    )


def _differences(story: Story) -> str:
    labels = story.labels
    if not story.gaps:
        return _section("verschillen", labels["differences"], _p(story.gaps_text, "measure"))
    gaps = (*story.layer_gaps, *story.gaps)
    rows = tuple((one.label, one.alderman_text, one.officer_text, one.gap_text) for one in gaps)
    table = Table(
        labels["differences"], (labels["block"], labels["aldermen"], labels["officers"], labels["gap"]), rows
    )
    talk = _points(f"{one.label}. {one.text}" for one in story.gaps_to_talk_about)
    chart = f'<figure class="card">{charts.dot_plot(story.gaps, labels)}</figure>'
    text = (
        f'<div class="stack">{_p(story.gaps_text, "lead")}{talk}'
        f"<details><summary><h3>{escape(labels['figures'])}</h3></summary>{_table(table)}</details></div>"
    )
    return _section("verschillen", labels["differences"], f'<div class="two">{text}{chart}</div>')


def _guesses(story: Story) -> str:
    cards = "".join(_guess(one) for one in story.guesses_to_talk_about)
    return _section(
        "inschatten",
        story.labels["guesses"],
        _p(story.guesses_text, "measure"),
        f'<div class="three">{cards}</div>' if cards else "",
        _p(story.guesses_rest_text, "measure"),
    )


def _guess(one: GuessTold) -> str:
    return (
        f'<article class="card layer {one.layer}"><h3>‘{escape(one.text)}’</h3>{_p(one.misperception)}'
        f"{_p(one.disagreement)}<p><strong>{escape(one.insight)}</strong></p></article>"
    )


def _divided(story: Story) -> str:
    cards = "".join(_one_divided(story, one, number) for number, one in enumerate(story.divided, 1))
    return _section(
        "verdeeld",
        story.labels["divided"],
        _p(story.divided_text, "measure"),
        f'<div class="three">{cards}</div>' if cards else "",
    )


def _one_divided(story: Story, one: DividedTold, number: int) -> str:
    chart = charts.spread(one, story.labels, key=f"spread-{number}") if any(one.counts) else ""
    return f'<article class="card"><h3>‘{escape(one.text)}’</h3>{_p(one.label, "soft small")}{chart}{_p(one.sentence, "small")}</article>'


def _model(story: Story) -> str:
    model, labels = story.model, story.labels
    if model is None or not story.known:
        return ""
    parts = "".join(
        f'<article class="card{" card-own" if part.own else ""}"><h3>{escape(part.heading)}: {escape(part.title)}</h3>'
        f"{_points(part.points)}</article>"
        for part in model.parts
    )
    return _section(
        "model",
        f"{labels['model']}: {model.name}",
        _p(model.summary, "lead"),
        f'<div class="two"><div class="stack">{_points(model.what)}</div><div class="stack">'
        f"<h3>{escape(labels['enough'])}</h3>{_p(model.enough)}"
        f"<h3>{escape(labels['grow_on'])}</h3>{_p(model.grow_on)}</div></div>",
        f'<div class="three">{parts}</div>',
    )


def _changes(story: Story) -> str:
    labels = story.labels
    rows = tuple((one.label, one.before_text, one.after_text, one.text) for one in story.changes)
    columns = (labels["layer"], labels["before"], labels["after"], labels["change"])
    return _section(
        "veranderd",
        labels["changes"],
        _p(story.changes_text, "measure"),
        _table(Table(labels["changes"], columns, rows), quiet=True),
    )


def _heard(story: Story) -> str:
    labels = story.labels
    rows = tuple((one.municipality, one.alderman_text, one.officer_text) for one in story.heard)
    columns = (labels["municipality"], labels["alderman"], labels["officer"])
    heard = _table(Table(labels["heard"], columns, rows), quiet=True) if rows else ""
    voices = _table(story.voices) if story.voices else ""
    return _section(
        "gehoord", labels["heard"], _p(story.heard_text, "measure"), f'<div class="two">{heard}{voices}</div>'
    )


def _why(story: Story) -> str:
    steps = "".join(_why_step(step, number) for number, step in enumerate(story.why, 1))
    return _section(
        "waarom", story.labels["why"], _p(story.labels["why_intro"], "measure"), f"<div>{steps}</div>"
    )


def _why_step(step: WhyStep, number: int) -> str:
    text = "".join(_p(paragraph, "measure") for paragraph in step.paragraphs)
    table = _table(step.table) if step.table else ""
    return f"<details><summary><h3>{number}. {escape(step.title)}</h3></summary>{text}{table}</details>"
