from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from groeimodel.foundation.files.limits import most_bytes

ACCEPT = ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.txt,.csv,.md,image/jpeg,image/png,image/webp,image/gif"
"""Phones that make HEIC photos turn them into JPEG when a page asks for that."""


class UploadForm(forms.Form):
    file = forms.FileField(label="Kies een bestand", allow_empty_file=True)
    label = forms.CharField(label="Hoe heet het?", required=False, max_length=120)
    alt = forms.CharField(label="Foto? Wat is er te zien?", required=False, max_length=200)

    def __init__(self, data: Any = None, files: Any = None, *, prefix: str = "") -> None:
        super().__init__(data, files, auto_id=f"{prefix}%s")
        self.fields["file"].widget.attrs["accept"] = ACCEPT
        self.fields[
            "file"
        ].help_text = (
            f"Pdf, Office, OpenDocument, tekst of een foto. Hoogstens {most_bytes() // (1024 * 1024)} MB."
        )
        self.fields["label"].help_text = "Leeg: de naam van het bestand zelf."
        self.fields["alt"].help_text = "Voor wie de foto niet kan zien."

    @property
    def upload(self) -> UploadedFile[bytes]:
        found: UploadedFile[bytes] = self.cleaned_data["file"]
        return found
