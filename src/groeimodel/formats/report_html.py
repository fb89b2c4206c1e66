"""The told diagnosis as one file for a browser."""

from html import escape

from groeimodel.formats.report import Report
from groeimodel.formats.report_text import render_text


def render_html(report: Report) -> str:
    """A complete, standalone HTML document."""
    text = escape(render_text(report.story))
    return (
        f'<!doctype html><html lang="{report.language}"><meta charset="utf-8"><title>{escape(report.title)}</title>'
        f"<h1>{escape(report.title)}</h1>{report.garden_light_svg}<pre>{text}</pre></html>"
    )
