"""The told diagnosis for a terminal: sections, bars of blocks, nothing wider than asked."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from groeimodel.rules.growth.story import Story
from groeimodel.rules.growth.story.parts import GapTold, LayerTold, Table

_BAR = 30
_EIGHTHS = " ▏▎▍▌▋▊▉█"


def render_text(story: Story, width: int = 80, *, why: bool = True, plain: bool = False) -> str:
    """The whole story in lines of at most ``width`` characters (at least 40), ending with a newline.

    ``why`` adds the sums; ``plain`` uses ASCII signs alone in the drawings, for a terminal
    that cannot show others.
    """
    writer = _Writer(max(width, 40), plain)
    lines = [*_top(writer, story), *_layers(writer, story), *_steps(writer, story)]
    lines += [*_differences(writer, story), *_model(writer, story), *_rest(writer, story)]
    if why:
        lines += _why(writer, story)
    return "\n".join(line.rstrip() for line in lines) + "\n"


class _Writer:
    """Wraps, underlines and draws within one width."""

    def __init__(self, width: int, plain: bool) -> None:
        self.width = width
        self.plain = plain
        self.bullet = "-" if plain else "•"
        self.size = min(_BAR, width - 18)
        """Length of a scale: what fits beside a figure."""

    def text(self, text: str, indent: int = 0) -> list[str]:
        if not text:
            return []
        space = " " * indent
        return wrap(text, self.width, initial_indent=space, subsequent_indent=space, break_long_words=True)

    def point(self, text: str, indent: int = 2) -> list[str]:
        first = f"{' ' * indent}{self.bullet} "
        return wrap(text, self.width, initial_indent=first, subsequent_indent=" " * len(first))

    def section(self, title: str) -> list[str]:
        lines = self.text(title)
        return ["", "", *lines, ("-" if self.plain else "─") * max(map(len, lines))]

    def bar(self, share: float, size: int) -> str:
        """A bar for a share of 0 to 1, exactly ``size`` characters wide."""
        share = min(max(share, 0.0), 1.0)
        if self.plain:
            return ("#" * round(share * size)).ljust(size, ".")
        eighths = round(share * size * 8)
        full, rest = divmod(eighths, 8)
        return ("█" * full + (_EIGHTHS[rest] if rest else "")).ljust(size, "·")

    def scale(self, marks: Iterable[tuple[float, str]], span: tuple[float, float] | None = None) -> str:
        """A line from 0 to 100 with marks on it, and a thicker part for the span between."""
        size = self.size + 1
        line = [("." if self.plain else "·")] * size
        if span:
            low, high = (round(value / 100 * self.size) for value in span)
            line[low : high + 1] = [("=" if self.plain else "━")] * (high - low + 1)
        for value, sign in marks:
            line[round(min(max(value, 0.0), 100.0) / 100 * self.size)] = sign
        return "".join(line)

    def table(self, table: Table, indent: int = 2) -> list[str]:
        """Columns beside each other where they fit, else one line a cell."""
        rows = [table.columns, *table.rows]
        sizes = [max(len(row[column]) for row in rows) for column in range(len(table.columns))]
        if indent + sum(sizes) + 3 * (len(sizes) - 1) <= self.width:
            drawn = [
                " " * indent + "   ".join(cell.ljust(size) for cell, size in zip(row, sizes, strict=True))
                for row in rows
            ]
            return [drawn[0], " " * indent + "   ".join("-" * size for size in sizes), *drawn[1:]]
        lines: list[str] = []
        for row in table.rows:
            lines += self.text(row[0], indent)
            for name, cell in zip(table.columns[1:], row[1:], strict=True):
                lines += self.text(f"{name}: {cell}", indent + 2)
        return lines


def _top(writer: _Writer, story: Story) -> Iterator[str]:
    labels = story.labels
    title = f"{labels['document']} {story.title}".strip()
    lines = writer.text(title)
    yield from (*lines, ("=" if writer.plain else "═") * max(map(len, lines)), "")
    yield from writer.text(f"{story.headline} {story.certainty.sentence}".strip())
    yield ""
    if story.certainty.known:
        name = max(len(one.label) for one in story.certainty.shares)
        size = min(_BAR, writer.width - name - 5 - max(len(one.text) for one in story.certainty.shares))
        for one in story.certainty.shares:
            yield f"  {one.label.ljust(name)}  {writer.bar(one.share, size)} {one.text}"
        yield ""
    yield from writer.text(story.verdict_title)
    yield from writer.text(story.verdict_text)
    yield ""
    yield from writer.text(story.aim_text)
    yield from writer.text(story.lead)
    yield from writer.text(story.mirror_text)
    if story.warnings or story.hidden:
        yield from writer.section(labels["warnings"])
        for text in (*(one.text for one in story.warnings), *story.hidden):
            yield from writer.point(text)


def _layers(writer: _Writer, story: Story) -> Iterator[str]:
    yield from writer.section(story.labels["layers"])
    yield from writer.text(story.labels["layers_note"])
    for layer in story.layers:
        yield ""
        plain = f" ({layer.plain})" if layer.plain else ""
        yield from writer.text(f"{layer.name}{plain}: {layer.health_text}", 2)
        if layer.score is not None:
            yield f"  {_layer_scale(writer, layer)} {layer.score_text}"
        yield from writer.text(layer.interval_text[:1].upper() + layer.interval_text[1:], 2)
        yield from writer.text(layer.hint, 2)


def _layer_scale(writer: _Writer, layer: LayerTold) -> str:
    span = None if layer.low is None or layer.high is None else (layer.low, layer.high)
    limit = "|" if writer.plain else "┊"
    marks = [(40.0, limit), (70.0, limit)]
    sign = "O" if writer.plain else "◆"
    return writer.scale([*marks, (layer.score or 0.0, sign)], span)


def _steps(writer: _Writer, story: Story) -> Iterator[str]:
    yield from writer.section(story.labels["steps"])
    yield from writer.text(story.steps_text)
    for group in story.next_steps:
        own = f" ({story.labels['your_role']})" if group.own else ""
        yield from ("", f"  {group.heading}{own}")
        yield from writer.text(group.none_text, 4)
        for number, step in enumerate(group.steps, 1):
            head = f"  {number}. "
            yield from wrap(step.advice, writer.width, initial_indent=head, subsequent_indent=" " * 5)
            yield from writer.text(f"‘{step.text}’ {step.reason} {step.gain_text}", 5)
            if step.start_label:
                yield from writer.text(f"{story.labels['start']}: {step.start_label}", 5)


def _differences(writer: _Writer, story: Story) -> Iterator[str]:
    labels = story.labels
    yield from writer.section(labels["differences"])
    yield from writer.text(story.gaps_text)
    talk = story.gaps_to_talk_about
    if talk:
        sign = _signs(writer)
        yield ""
        yield f"  {sign[0]} {labels['aldermen']}   {sign[1]} {labels['officers']}"
    for gap in talk:
        yield ""
        yield from writer.text(f"{gap.label}. {gap.text}", 2)
        yield f"  {_gap_scale(writer, gap)} {gap.alderman_text} / {gap.officer_text}"
    if story.guesses:
        yield from writer.section(labels["guesses"])
        yield from writer.text(story.guesses_text)
        for guess in story.guesses_to_talk_about:
            told = f"{guess.misperception} {guess.disagreement} {guess.insight}"
            yield from writer.point(f"‘{guess.text}’ {told}")
        yield from writer.text(story.guesses_rest_text)
    yield from writer.section(labels["divided"])
    yield from writer.text(story.divided_text)
    for one in story.divided:
        yield from writer.point(f"‘{one.text}’ {one.sentence}")


def _signs(writer: _Writer) -> tuple[str, str]:
    return ("o", "x") if writer.plain else ("●", "■")


def _gap_scale(writer: _Writer, gap: GapTold) -> str:
    alderman, officer = gap.alderman or 0.0, gap.officer or 0.0
    signs = _signs(writer)
    return writer.scale(
        [(alderman, signs[0]), (officer, signs[1])], (min(alderman, officer), max(alderman, officer))
    )


def _model(writer: _Writer, story: Story) -> Iterator[str]:
    model = story.model
    if model is None or not story.known:
        return
    yield from writer.section(f"{story.labels['model']}: {model.name}")
    yield from writer.text(model.summary)
    yield from writer.text(model.enough)
    for part in model.parts:
        yield ""
        yield from writer.text(f"{part.heading}: {part.title}", 2)
        for point in part.points:
            yield from writer.point(point, 4)


def _rest(writer: _Writer, story: Story) -> Iterator[str]:
    labels = story.labels
    if story.changes:
        yield from writer.section(labels["changes"])
        yield from writer.text(story.changes_text)
        for one in story.changes:
            yield from writer.point(f"{one.label}: {one.before_text} - {one.after_text}. {one.text}")
    yield from writer.section(labels["heard"])
    yield from writer.text(story.heard_text)
    columns = (labels["municipality"], labels["alderman"], labels["officer"])
    rows = tuple((one.municipality, one.alderman_text, one.officer_text) for one in story.heard)
    if rows:
        yield ""
        yield from writer.table(Table("", columns, rows))
    if story.voices:
        yield from ("", *writer.text(story.voices.caption))
        yield from writer.table(story.voices)


def _why(writer: _Writer, story: Story) -> Iterator[str]:
    yield from writer.section(story.labels["why"])
    for number, step in enumerate(story.why, 1):
        yield ""
        yield from writer.text(f"{number}. {step.title}")
        for paragraph in step.paragraphs:
            yield from writer.text(paragraph, 3)
        if step.table:
            yield from ("", *writer.table(step.table, 3))
