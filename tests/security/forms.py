"""The forms of a page, as a browser would send them; a little of what people type is made up."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

MADE_UP = {
    "text": "Tekst",
    "email": "iemand@voorbeeld.test",
    "number": "1",
    "date": "2026-12-01",
    "time": "10:00",
}


@dataclass
class Form:
    action: str = ""
    method: str = "get"
    fields: dict[str, list[str]] = field(default_factory=dict)
    """What is sent when nobody changes anything."""
    rows: set[str] = field(default_factory=set)
    """Names of fields whose value is the number of a row: choices and hidden fields."""
    files: set[str] = field(default_factory=set)
    """Names of fields that ask for a file."""

    def put(self, name: str, value: str) -> None:
        self.fields.setdefault(name, []).append(value)


class Forms(HTMLParser):
    """All forms of a page; controls that name their form stand with it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[Form] = []
        self._named: dict[str, Form] = {}
        self._form: Form | None = None
        self._select: tuple[Form, str] | None = None
        self._area: tuple[Form, str] | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = self._named.setdefault(has.get("id") or f"form {len(self.found)}", Form())
            self._form.action, self._form.method = has.get("action", ""), has.get("method", "get").lower()
            self.found.append(self._form)
            return
        form = self._named.setdefault(has["form"], Form()) if has.get("form") else self._form
        name = has.get("name", "")
        if tag == "option" and self._select:
            self._option(*self._select, has)
        elif form and name and tag == "select":
            self._select = (form, name)
        elif form and name and tag == "textarea":
            self._area = (form, name)
            form.put(name, "Tekst")
        elif form and name and tag in ("input", "button"):
            self._control(form, name, has)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._select = None

    def _option(self, form: Form, name: str, has: dict[str, str]) -> None:
        value = has.get("value", "")
        if value.isdigit():
            form.rows.add(name)
        if value and (name not in form.fields or "selected" in has):
            form.fields[name] = [value]

    def _control(self, form: Form, name: str, has: dict[str, str]) -> None:
        kind, value = has.get("type", "text"), has.get("value", "")
        if kind in ("radio", "checkbox", "hidden", "submit") and value.isdigit():
            form.rows.add(name)
        if kind in ("radio", "submit"):
            form.fields.setdefault(name, [value])
        elif kind == "checkbox":
            form.put(name, value or "on")
        elif kind == "file":
            form.files.add(name)
        elif kind not in ("button", "image", "reset"):
            form.put(name, value or MADE_UP.get(kind, "" if kind == "hidden" else "Tekst"))
