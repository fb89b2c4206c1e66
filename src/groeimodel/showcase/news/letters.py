"""Mails to readers, who have no account: an address to confirm, and editions. Each has a way out of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation import links
from groeimodel.foundation.mail.letters import Block, Letter, Story, WayOut
from groeimodel.foundation.mail.services import Action, post
from groeimodel.foundation.people.models import Person
from groeimodel.showcase.news.models import Edition, Item, Subscription
from groeimodel.showcase.news.selectors import groups_of
from groeimodel.showcase.news.words import words_for

CONFIRM, EDITION, TEST = "news.confirm", "news.edition", "news.test"
TO_READERS = (CONFIRM, EDITION)
"""The kinds that go to addresses of readers."""
LEAVE = "news.leave"
CONFIRM_DAYS, LEAVE_DAYS = 7, 3650
"""A link to leave works for as long as anybody keeps a mail."""


def confirm_link(subscription: Subscription) -> str:
    return reverse(
        "news:confirm", args=[links.sign(CONFIRM, {"token": subscription.token}, days=CONFIRM_DAYS)]
    )


def leave_link(subscription: Subscription) -> str:
    """Without the address in it; it also works after somebody left and came back."""
    payload = {
        "partnership": subscription.partnership_id,
        "key": subscription.address_key,
        "language": subscription.language,
    }
    return reverse("news:leave", args=[links.sign(LEAVE, payload, days=LEAVE_DAYS)])


def _words(subscription: Subscription) -> dict[str, str]:
    return words_for(subscription.language, name=subscription.partnership.name)


def _way_out(subscription: Subscription, why: str) -> WayOut:
    return WayOut(leave_link(subscription), _words(subscription)["leave_link"], why)


def ask_to_confirm(subscription: Subscription) -> None:
    """To an address that was given on the page. Whether it reads along already, only its owner learns."""
    words, known = _words(subscription), subscription.confirmed_at is not None
    letter = Letter(
        subject=words["mail_known_subject" if known else "mail_subject"],
        greeting=words["mail_greeting"],
        paragraphs=[words["mail_known" if known else "mail_text"]],
        action=None if known else Action(words["confirm"], confirm_link(subscription)),
        after=() if known else [words["mail_after"]],
        way_out=_way_out(subscription, words["mail_why"]),
        language=_language(subscription.language),
    )
    post(kind=CONFIRM, to=subscription.address, letter=letter, partnership=subscription.partnership)


def send_edition(edition: Edition, items: Sequence[Item], subscription: Subscription) -> None:
    letter = letter_of(
        edition,
        items,
        subscription.language,
        _way_out(subscription, _words(subscription)["edition_why"]),
    )
    post(kind=EDITION, to=subscription.address, letter=letter, partnership=edition.partnership)


def send_test(edition: Edition, items: Sequence[Item], to: Person) -> None:
    """The same mail, to whoever writes it."""
    letter = letter_of(edition, items, "nl", None, _("Proef: %(title)s") % {"title": edition.title})
    post(kind=TEST, to=to, letter=letter, partnership=edition.partnership, actor=to)


def letter_of(
    edition: Edition, items: Sequence[Item], language: str, way_out: WayOut | None, subject: str = ""
) -> Letter:
    """An edition as a mail: the introduction, and what is told under the heading that neighbours share."""
    words = words_for(language, name=edition.partnership.name)
    paragraphs: list[Any] = []
    if language == "fr":
        paragraphs += [one for one in (edition.intro_fr, words["in_dutch"]) if one]
    paragraphs += [edition.intro] if edition.intro else []
    for heading, rows in groups_of(items):
        paragraphs += [Block(heading, ())] if heading else []
        paragraphs += [Story(one.title, one.text, words["read_more"], one.url) for one in rows]
    return Letter(
        subject=subject or edition.title,
        greeting=words["mail_greeting"],
        paragraphs=paragraphs,
        action=Action(words["read_online"], page_of(edition)),
        way_out=way_out,
        language=_language(language),
    )


def page_of(edition: Edition) -> str:
    """Where it stands on the web; of a draft the page with all editions."""
    return (
        edition.get_absolute_url()
        if edition.number
        else reverse("news:list", args=[edition.partnership.slug])
    )


def _language(language: str) -> str:
    return "fr-BE" if language == "fr" else ""
