"""Content as JSON, so that a stored scan keeps the exact questionnaire that it was answered with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

from groeimodel.rules.growth.content import Content


def to_json(content: Content) -> str:
    """The same content always gives the same text."""
    return json.dumps(asdict(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(text: str) -> Content:
    """The content of `to_json`; keys that a later version no longer knows are passed over."""
    content: Content = build(Content, json.loads(text))
    return content


def build(kind: Any, value: Any) -> Any:
    """A value of the annotated type, from what JSON knows: dicts, lists, texts, numbers."""
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        known = {field.name for field in fields(kind)} & set(value)
        return kind(**{name: build(hints[name], value[name]) for name in known})  # type: ignore[operator]
    if get_origin(kind) is tuple:
        return tuple(build(get_args(kind)[0], one) for one in value)
    if get_origin(kind) is Mapping:
        return {key: build(get_args(kind)[1], one) for key, one in value.items()}
    return value
