"""How themes are found."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.panels import Panel, Row
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.search.kinds import Entry, Kind
from groeimodel.foundation.search.selectors import search
from groeimodel.soil.themes.models import Theme


def entry_of(theme: Theme) -> Entry:
    text = " ".join(part for part in (theme.about, theme.asked) if part)
    return Entry(theme.partnership, theme.title, theme.get_absolute_url(), text, theme.municipality)


def rows(partnership: Partnership) -> Iterable[Theme]:
    return Theme.objects.filter(partnership=partnership).select_related("partnership", "municipality")


THEMES = Kind(Theme, _("Thema's"), entry_of, rows)

ELSEWHERE = frozenset({"themes.theme", "meetings.meeting", "notes.note", "notes.outcome"})
"""What the page of a theme shows already, because it is tied to the theme."""
MOST = 8


def also(theme: Theme) -> Panel:
    """What else is known of a theme, found by its title: people, lessons, harvest, questions, documents."""
    hits = search(theme.title, partnerships=[theme.partnership_id], most=30).hits
    rows = [
        Row(hit.entry.title, hit.entry.url, hit.label) for hit in hits if hit.entry.model not in ELSEWHERE
    ]
    return Panel(_("Ook hierover"), rows[:MOST], order=60)
