"""All of somebody's data in one ZIP: a page to read, and the same as JSON for machines."""

from __future__ import annotations

import io
import json
import zipfile

from django.template.loader import render_to_string
from django.utils import timezone

from groeimodel.foundation.people.models import Person
from groeimodel.foundation.privacy.selectors import kept_about


def as_zip(person: Person) -> bytes:
    """`gegevens.html` and `gegevens.json`."""
    kept, now = kept_about(person), timezone.localtime()
    data = {
        "made_at": now.isoformat(timespec="seconds"),
        "kept": [
            {
                "name": one.about.name,
                "label": str(one.about.label),
                "purpose": str(one.about.why),
                "retention": str(one.about.kept),
                "items": [{"what": line.what, "value": str(line.value)} for line in one.lines],
            }
            for one in kept
        ],
    }
    page = render_to_string("privacy/download.html", {"person": person, "kept": kept, "now": now})
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("gegevens.html", page)
        bundle.writestr("gegevens.json", json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    return file.getvalue()
