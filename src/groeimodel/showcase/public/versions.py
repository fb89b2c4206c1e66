"""One version of a page: what stands on it and in which words; live, in the making, or as it was before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from groeimodel.content.public_page import Language
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.showcase.public.models import Page
from groeimodel.showcase.sharing.models import PUBLIC, Kind
from groeimodel.showcase.sharing.selectors import shown_by


@dataclass(frozen=True, slots=True)
class Version:
    kinds: frozenset[Kind] = frozenset()
    """Of `PUBLIC`; the page itself is not among them."""
    email: str = ""
    intro: str = ""
    name_fr: str = ""
    intro_fr: str = ""
    titles_fr: Mapping[str, str] = field(default_factory=dict)
    online: bool = False

    def as_json(self) -> dict[str, Any]:
        """In an order of its own, so that the same version gives the same text."""
        return {
            "kinds": [kind.value for kind in PUBLIC if kind in self.kinds],
            "email": self.email,
            "intro": self.intro,
            "name_fr": self.name_fr,
            "intro_fr": self.intro_fr,
            "titles_fr": dict(sorted(self.titles_fr.items())),
            "online": self.online,
        }


def from_json(kept: Mapping[str, Any]) -> Version:
    return Version(
        kinds=frozenset(Kind(one) for one in kept["kinds"]),
        email=kept["email"],
        intro=kept["intro"],
        name_fr=kept["name_fr"],
        intro_fr=kept["intro_fr"],
        titles_fr=kept["titles_fr"],
        online=kept["online"],
    )


def page_of(partnership: Partnership) -> Page:
    """The row, or an empty one: one query, inside the scope."""
    return Page.objects.filter(partnership=partnership).first() or Page(partnership=partnership)


def live_of(partnership: Partnership, page: Page | None = None) -> Version:
    """What visitors see, or would see: two queries, inside the scope; one where the page is at hand."""
    page, kinds = page or page_of(partnership), shown_by(partnership)
    return Version(
        kinds=kinds & frozenset(PUBLIC),
        email=page.email,
        intro=page.intro,
        name_fr=page.name_fr,
        intro_fr=page.intro_fr,
        titles_fr=page.titles_fr,
        online=Kind.PAGE in kinds,
    )


def draft_of(partnership: Partnership, page: Page | None = None) -> Version:
    """What was written last, whether it went online or not."""
    page = page or page_of(partnership)
    live = live_of(partnership, page)
    return from_json({**page.draft, "online": live.online}) if page.draft else live


def in_french() -> frozenset[int]:
    """Keys of the partnerships with a member that has language facilities: one query."""
    rows = Municipality.objects.exclude(name_fr="").filter(memberships__ends=None)
    return frozenset(key for key in rows.values_list("memberships__partnership", flat=True) if key)


def languages_of(partnership: Partnership) -> tuple[Language, ...]:
    """Dutch, and French beside it where a member has language facilities: one query."""
    french = Municipality.objects.filter(memberships__partnership=partnership, memberships__ends=None)
    return ("nl", "fr") if french.exclude(name_fr="").exists() else ("nl",)
