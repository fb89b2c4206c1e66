"""A table on a slide: a head that a screen reader knows, figures to the right."""

from __future__ import annotations

from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Pt

from groeimodel.formats import slides_template as look
from groeimodel.formats.slides_paging import CELL_SIDE, CELL_TOP, Table


def add_table(made: Any, table: Table, box: look.Box, language: str) -> Any:
    """The shape that holds it."""
    x, y, _, _ = box
    frame = made.shapes.add_table(
        len(table.rows), len(table.widths), Pt(x), Pt(y), Pt(sum(table.widths)), Pt(sum(table.heights))
    )
    shown = frame.table
    shown.first_row, shown.horz_banding = True, True
    for column, wide in zip(shown.columns, table.widths, strict=True):
        column.width = Emu(int(Pt(1) * wide))
    for n, (row, high) in enumerate(zip(shown.rows, table.heights, strict=True)):
        row.height = Emu(int(Pt(1) * high))
        for m, cell in enumerate(row.cells):
            _cell(cell, table.rows[n][m], table, n, m, language)
    return frame


def _cell(cell: Any, words: str, table: Table, row: int, column: int, language: str) -> None:
    cell.margin_left = cell.margin_right = Pt(CELL_SIDE)
    cell.margin_top = cell.margin_bottom = Pt(CELL_TOP)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.fill.solid()
    ground = look.LEAF if row == 0 else look.SURFACE if row % 2 else look.SKY
    cell.fill.fore_color.rgb = look.rgb(ground)
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if table.figures[column] else PP_ALIGN.LEFT
    run = paragraph.add_run()
    run.text = words
    run.font.size, run.font.bold, run.font.name = Pt(table.size), row == 0, "+mn-lt"
    run.font.color.rgb = look.rgb(look.CREAM if row == 0 else look.INK)
    run._r.get_or_add_rPr().set("lang", language)
