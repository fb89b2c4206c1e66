"""A letter as plain text and as HTML; both say the same."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import css_inline
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from groeimodel.foundation.mail.addresses import absolute
from groeimodel.foundation.mail.letters import Block, Letter, Line, Story, WayOut

HERE = Path(__file__).parent
WIDTH = 76


@dataclass(frozen=True, slots=True)
class Foot:
    """Under every mail: why somebody gets it, and how to get less."""

    why: str
    partnership: str
    wishes_url: str
    """Empty for a reader without wishes, who has a way out of the letter's own."""
    unsubscribe_url: str
    """Empty for a mail that cannot be missed."""
    unsubscribe_label: Any = ""
    """The words of that link, where they are not the usual ones."""

    @classmethod
    def of(cls, way_out: WayOut) -> Foot:
        """Of a letter with a way out of its own."""
        return cls(str(way_out.why), "", "", absolute(way_out.url), way_out.label)


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, a list, a heading with lines, or a small heading with a text and a link."""

    text: str = ""
    title: str = ""
    lines: tuple[Line, ...] = ()
    story: Story | None = None


@dataclass(frozen=True, slots=True)
class Rendered:
    subject: str
    text: str
    html: str


def render(letter: Letter, *, name: str, foot: Foot) -> Rendered:
    """Both forms of a letter to somebody; `name` may be empty."""
    with translation.override(settings.LANGUAGE_CODE):
        greeting = _greeting(letter, name)
        parts = [_part(one) for one in letter.paragraphs]
        subject = " ".join(str(letter.subject).split())
        text = _as_text(letter, greeting, parts, foot)
        return Rendered(subject, text, _as_html(letter, subject, greeting, parts, foot))


def _greeting(letter: Letter, name: str) -> str:
    if letter.greeting is not None:
        return str(letter.greeting).replace("%(name)s", name)
    return _("Dag %(name)s") % {"name": name} if name else _("Dag")


def _part(one: Any) -> Part:
    if isinstance(one, Block):
        lines = (Line(str(row.text), absolute(row.url) if row.url else "") for row in one.lines)
        return Part(title=str(one.title), lines=tuple(lines))
    if isinstance(one, Story):
        url = absolute(one.url) if one.url else ""
        return Part(story=Story(str(one.title), str(one.text), str(one.more), url))
    if isinstance(one, tuple):
        return Part(lines=tuple(Line(str(row)) for row in one[1]))
    return Part(text=str(one))


def _as_text(letter: Letter, greeting: str, parts: list[Part], foot: Foot) -> str:
    pieces = [greeting + ","]
    for part in parts:
        rows = [_wrap(part.text)] if part.text else []
        rows += [part.title, "-" * len(part.title)] if part.title else []
        for line in part.lines:
            rows.append(_wrap(line.text, first="- ", next_="  "))
            rows += [f"  {line.url}"] if line.url else []
        if part.story:
            rows += _story(part.story)
        pieces.append("\n".join(rows))
    if letter.action:
        pieces.append(f"{letter.action.label}:\n{absolute(letter.action.url)}")
    pieces += [_wrap(str(one)) for one in letter.after]
    last = [_wrap(foot.why)]
    if foot.partnership:
        last.append(_("Samenwerking: %(partnership)s") % {"partnership": foot.partnership})
    if foot.unsubscribe_url:
        last.append(
            f"{foot.unsubscribe_label or _('Dit soort mails niet meer krijgen')}:\n{foot.unsubscribe_url}"
        )
    if foot.wishes_url:
        last.append(_("Kiezen welke mails je krijgt:") + "\n" + foot.wishes_url)
    return "\n\n".join(pieces) + "\n\n-- \n" + "\n".join(["Groeimodel", *last]) + "\n"


def _story(story: Story) -> list[str]:
    rows = [_wrap(f"* {story.title}"), *([_wrap(story.text)] if story.text else [])]
    return [*rows, f"{story.more}: {story.url}"] if story.url else rows


def _wrap(text: str, first: str = "", next_: str = "") -> str:
    """Lines that stay readable in a narrow window; an address is never broken, for it must stay one link."""
    return "\n".join(
        textwrap.fill(
            row,
            WIDTH,
            initial_indent=first if number == 0 else next_,
            subsequent_indent=next_,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for number, row in enumerate(text.splitlines())
    )


def _as_html(letter: Letter, subject: str, greeting: str, parts: list[Part], foot: Foot) -> str:
    html = render_to_string(
        "mail/letter.html",
        {
            "subject": subject,
            "greeting": greeting,
            "parts": parts,
            "action": letter.action,
            "action_url": absolute(letter.action.url) if letter.action else "",
            "after": letter.after,
            "language": letter.language or settings.LANGUAGE_CODE,
            "foot": foot,
            "site": absolute("/"),
            "style": mark_safe(f"<style>{_css()}</style>"),  # noqa: S308 (our own file)
        },
    )
    return _inliner().inline(html)


@cache
def _css() -> str:
    return (HERE / "letter.css").read_text(encoding="utf-8")


@cache
def _inliner() -> css_inline.CSSInliner:
    """Styles on the elements themselves for programs that know no style sheet; what depends on the reader's screen stays."""
    return css_inline.CSSInliner(keep_style_tags=False, keep_at_rules=True, load_remote_stylesheets=False)
