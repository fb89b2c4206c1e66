"""What stands on a PDF that typst made: how many pages, and the letters on them, read from the file itself."""

from __future__ import annotations

import re
import zlib

_OBJECT = re.compile(rb"(\d+) 0 obj\s*(.*?)\s*endobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_STRING = rb"\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f]*>"
_TOKEN = re.compile(rb"/(\w+)\s+[\d.]+\s+Tf|(" + _STRING + rb")|\b(Tj|TJ|ET|Td|Tm)\b", re.DOTALL)
_ESCAPES = {ord("n"): 10, ord("r"): 13, ord("t"): 9, ord("b"): 8, ord("f"): 12}


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def words_of(pdf: bytes) -> str:
    """All text, with one space wherever letters stand apart; pieces of one line may be apart too."""
    objects = {int(number): body for number, body in _OBJECT.findall(pdf)}
    found = []
    for body in objects.values():
        if re.search(rb"/Type\s*/Page\b", body):
            fonts = _fonts(body, objects)
            (number,) = re.findall(rb"/Contents (\d+) 0 R", body)
            found.append(_read(_laid_open(objects[int(number)]), fonts))
    return re.sub(r"\s+", " ", " ".join(found))


def _laid_open(body: bytes) -> bytes:
    found = _STREAM.search(body)
    assert found is not None
    part = found[1]
    return zlib.decompressobj().decompress(part) if b"/FlateDecode" in body[: found.start()] else part


def _fonts(page: bytes, objects: dict[int, bytes]) -> dict[bytes, dict[int, str]]:
    """By the name that the page gives a font: which letters each of its numbers stands for."""
    resources = page
    if reference := re.search(rb"/Resources (\d+) 0 R", page):
        resources = objects[int(reference[1])]
    named = re.search(rb"/Font\s*<<(.*?)>>", resources, re.DOTALL)
    if named is None:
        return {}
    maps = {}
    for name, number in re.findall(rb"/(\w+) (\d+) 0 R", named[1]):
        (told,) = re.findall(rb"/ToUnicode (\d+) 0 R", objects[int(number)])
        maps[name] = _letters(_laid_open(objects[int(told)]))
    return maps


def _letters(cmap: bytes) -> dict[int, str]:
    rows = re.findall(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>\n", cmap)
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in rows}


def _read(content: bytes, fonts: dict[bytes, dict[int, str]]) -> str:
    font: dict[int, str] = {}
    out = []
    for name, string, verb in _TOKEN.findall(content):
        if name:
            font = fonts.get(name, {})
        elif string:
            data = _bytes(string)
            out += [font.get(data[at] * 256 + data[at + 1], "") for at in range(0, len(data) - 1, 2)]
        elif verb in (b"ET", b"Tm", b"Td"):
            out.append(" ")
    return "".join(out)


def _bytes(string: bytes) -> bytes:
    if string[:1] == b"<":
        return bytes.fromhex(string[1:-1].decode())
    out, inner, at = bytearray(), string[1:-1], 0
    while at < len(inner):
        if inner[at] != 0x5C:
            out.append(inner[at])
            at += 1
        elif octal := re.match(rb"[0-7]{1,3}", inner[at + 1 : at + 4]):
            out.append(int(octal[0], 8))
            at += 1 + len(octal[0])
        else:
            out.append(_ESCAPES.get(inner[at + 1], inner[at + 1]))
            at += 2
    return bytes(out)
