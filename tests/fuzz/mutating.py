"""Files that were right, and then something happened to them: a cable was pulled, a program meant well, or somebody means harm."""

from __future__ import annotations

import io
import json
import re
import tarfile
import warnings
import zipfile
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from tests.fuzz.nasty import VALUES

Change = Callable[[st.DrawFn, bytes], bytes]
ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "cp1252", "cp037", "utf-7", "utf-8-sig")
PIECES = (
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\r",
    b'"',
    b"'" * 3,
    b";" * 300,
    b"[" * 3000,
    b"<a>" * 500,
    b"&b;",
    b"\x1a",
    b"A" * 70_000,
)
TOKEN = re.compile(rb"[^\s;,<>\"'{}\[\]()=:/]+")


def _bytes(draw: st.DrawFn, data: bytes) -> bytes:
    """Flips, cuts, and pieces that were put in, taken out or doubled, wherever."""
    at = draw(st.integers(0, max(0, len(data) - 1)))
    to = min(len(data), at + draw(st.sampled_from((1, 3, 20, 300))))
    match draw(st.sampled_from(("flip", "cut", "put in", "take out", "double", "swap"))):
        case "flip":
            return (
                data[:at] + bytes([data[at] ^ draw(st.integers(1, 255))]) + data[at + 1 :] if data else data
            )
        case "cut":
            return data[:at]
        case "put in":
            return data[:at] + draw(st.sampled_from(PIECES)) + data[at:]
        case "take out":
            return data[:at] + data[to:]
        case "double":
            return data[:to] + data[at:to] * draw(st.sampled_from((1, 40))) + data[to:]
        case _:
            return data[to:] + data[:at]


def _tokens(draw: st.DrawFn, data: bytes) -> bytes:
    """A word or number became another one, of the same place in the form of the file."""
    for _ in range(draw(st.integers(1, 3))):
        found = list(TOKEN.finditer(data))
        if not found:
            return data
        one = found[draw(st.integers(0, len(found) - 1))]
        other = draw(st.sampled_from(VALUES)).encode("utf-8", "surrogatepass")
        data = data[: one.start()] + other + data[one.end() :]
    return data


def _lines(draw: st.DrawFn, data: bytes) -> bytes:
    """Lines went, came twice, or changed places."""
    lines = data.splitlines(keepends=True)
    if not lines:
        return data
    at, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    match draw(st.sampled_from(("gone", "twice", "swapped", "often"))):
        case "gone":
            del lines[at]
        case "twice":
            lines.insert(other, lines[at])
        case "swapped":
            lines[at], lines[other] = lines[other], lines[at]
        case _:
            lines[at:at] = [lines[at]] * 500
    return b"".join(lines)


def _encoding(draw: st.DrawFn, data: bytes) -> bytes:
    """As another program saves it."""
    return data.decode("utf-8", "replace").encode(draw(st.sampled_from(ENCODINGS)), "replace")


def _columns(draw: st.DrawFn, data: bytes) -> bytes:
    """A column came twice, is gone or is another one."""
    sign = b";" if b";" in data else b","
    rows = [line.split(sign) for line in data.splitlines()]
    if not rows or not rows[0]:
        return data
    at = draw(st.integers(0, len(rows[0]) - 1))
    kind = draw(st.sampled_from(("twice", "gone", "other")))
    for n, row in enumerate(rows):
        if at >= len(row):
            continue
        if kind == "gone":
            del row[at]
        elif kind == "twice":
            row.append(row[at])
        elif n:
            row[at] = draw(st.sampled_from(VALUES)).encode("utf-8", "replace")
    return b"\r\n".join(sign.join(row) for row in rows)


def text(draw: st.DrawFn, data: bytes) -> bytes:
    change = draw(st.sampled_from((_tokens, _tokens, _bytes, _lines, _columns, _encoding)))
    return change(draw, data)


def raw(draw: st.DrawFn, data: bytes) -> bytes:
    for _ in range(draw(st.integers(1, 3))):
        data = _bytes(draw, data)
    return data


def _nodes(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path]
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        found += _nodes(one, (*path, key))
    return found


def tree(draw: st.DrawFn, data: bytes) -> bytes:
    """JSON in which a value became one of another kind, or a key another key."""
    if draw(st.integers(0, 3)) == 0:
        return text(draw, data)
    value = json.loads(data)
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(_nodes(value)))
        new: object = draw(
            st.sampled_from((None, True, 0, -1, 2**64, 1e308, [], {}, [[]], {"": ""}, *VALUES))
        )
        if not path:
            value = new
            break
        holder = value
        for key in path[:-1]:
            holder = holder[key]
        match draw(st.sampled_from(("other", "other", "gone", "key", "twice"))):
            case "gone":
                del holder[path[-1]]
            case "key" if isinstance(holder, dict):
                holder[str(new)] = holder.pop(path[-1])
            case "twice" if isinstance(holder, list):
                holder.append(holder[path[-1]])
            case _:
                holder[path[-1]] = new
    return json.dumps(value, ensure_ascii=draw(st.booleans())).encode("utf-8", "surrogatepass")


def packed(inner: Change) -> Change:
    """A zip with one part that changed, or that is itself damaged."""

    def change(draw: st.DrawFn, data: bytes) -> bytes:
        if draw(st.integers(0, 3)) == 0:
            return raw(draw, data)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [(one.filename, archive.read(one)) for one in archive.infolist()]
        at = draw(st.integers(0, len(parts) - 1))
        name, content = parts[at]
        match draw(st.sampled_from(("part", "part", "part", "part", "gone", "twice", "name"))):
            case "gone":
                del parts[at]
            case "twice":
                parts.append((name, inner(draw, content)))
            case "name":
                parts[at] = (
                    draw(st.sampled_from(("../x", "_", "a" * 300, "content/../x", name.upper()))),
                    content,
                )
            case _:
                parts[at] = (name, inner(draw, content))
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a name that comes twice
            for name, content in parts:
                archive.writestr(name, content)
        return out.getvalue()

    return change


def taped(first: Change) -> Change:
    """A tar of which the first part changed, or that is itself damaged."""

    def change(draw: st.DrawFn, data: bytes) -> bytes:
        if draw(st.booleans()):
            return raw(draw, data)
        out = io.BytesIO()
        with tarfile.open(fileobj=io.BytesIO(data)) as old, tarfile.open(fileobj=out, mode="w") as new:
            for number, member in enumerate(old.getmembers()):
                file = old.extractfile(member)
                content = file.read() if file else b""
                content = first(draw, content) if number == 0 else content
                member.size = len(content)
                new.addfile(member, io.BytesIO(content))
        return out.getvalue()

    return change
