"""An Atom feed (RFC 4287): what a program reads to follow a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.etree import ElementTree

SPACE = "http://www.w3.org/2005/Atom"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

ElementTree.register_namespace("", SPACE)


@dataclass(frozen=True, slots=True)
class Entry:
    id: str
    """An address that stays the same."""
    title: str
    updated: datetime
    """Aware."""
    link: str
    text: str = ""
    category: str = ""
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    id: str
    title: str
    author: str
    link: str
    """The page that it tells about."""
    own: str
    """The address of the feed itself."""
    updated: datetime
    """Of a feed without entries."""
    entries: Sequence[Entry] = ()
    language: str = "nl-BE"


def feed_of(feed: Feed) -> bytes:
    """The feed as UTF-8, its newest entry first; the same feed gives the same bytes."""
    root = ElementTree.Element(_name("feed"), {LANGUAGE: feed.language})
    entries = sorted(feed.entries, key=lambda one: (one.updated, one.id), reverse=True)
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    _text(root, "updated", (entries[0].updated if entries else feed.updated).isoformat(timespec="seconds"))
    _link(root, feed.own, "self", "application/atom+xml")
    _link(root, feed.link, "alternate", "text/html")
    author = ElementTree.SubElement(root, _name("author"))
    _text(author, "name", feed.author)
    for one in entries:
        _entry(root, one)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def _entry(root: ElementTree.Element, one: Entry) -> None:
    made = ElementTree.SubElement(root, _name("entry"))
    _text(made, "id", one.id)
    _text(made, "title", one.title)
    _text(made, "updated", one.updated.isoformat(timespec="seconds"))
    if one.published is not None:
        _text(made, "published", one.published.isoformat(timespec="seconds"))
    _link(made, one.link, "alternate", "text/html")
    if one.category:
        ElementTree.SubElement(made, _name("category"), {"term": one.category})
    if one.text:
        _text(made, "content", one.text).set("type", "text")


def _name(tag: str) -> str:
    return f"{{{SPACE}}}{tag}"


def _text(parent: ElementTree.Element, tag: str, text: str) -> ElementTree.Element:
    made = ElementTree.SubElement(parent, _name(tag))
    made.text = NOT_IN_XML.sub("", text)
    return made


def _link(parent: ElementTree.Element, address: str, rel: str, kind: str) -> None:
    ElementTree.SubElement(parent, _name("link"), {"rel": rel, "type": kind, "href": address})
