"""Small real files, made on the spot."""

import zipfile
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

DOCX = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
PLACE = {1: "N", 2: (50.0, 51.0, 3.0), 3: "E", 4: (4.0, 25.0, 30.0)}
"""GPS, as a phone writes it."""


def upload(content: bytes, name: str = "bestand") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def pdf() -> bytes:
    return b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def photo(width: int = 3000, height: int = 1500, *, turned: bool = False, kind: str = "JPEG") -> bytes:
    """Red on the left, blue on the right, with the place where it was taken; `turned` says 'hold me a quarter'."""
    image = Image.new("RGB", (width, height), "blue")
    image.paste((255, 0, 0), (0, 0, width // 2, height))
    exif = image.getexif()
    exif[0x010F] = "Telefoon van Bram"
    if turned:
        exif[0x0112] = 6
    exif.get_ifd(0x8825).update(PLACE)
    out = BytesIO()
    image.save(out, kind, exif=exif)
    return out.getvalue()


def archive(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


def docx() -> bytes:
    return archive({"[Content_Types].xml": DOCX, "word/document.xml": b"<w/>"})
