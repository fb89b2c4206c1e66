"""The told diagnosis on paper, for the table in the meeting room."""

import json

from groeimodel.formats.report import Report
from groeimodel.formats.report_text import render_text


def render_pdf(report: Report) -> bytes:
    """An A4 PDF document."""
    import typst

    source = b"#set document(title: sys.inputs.title)\n#raw(sys.inputs.text)"
    made = typst.compile(
        source,
        format="pdf",
        sys_inputs={"title": report.title, "text": render_text(report.story)},
        timestamp=0,
    )
    assert isinstance(made, bytes), json.dumps(type(made).__name__)
    return made
