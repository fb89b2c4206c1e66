"""How themes are found."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.search.kinds import Entry, Kind
from groeimodel.soil.themes.models import Theme


def entry_of(theme: Theme) -> Entry:
    text = " ".join(part for part in (theme.about, theme.asked) if part)
    return Entry(theme.partnership, theme.title, theme.get_absolute_url(), text, theme.municipality)


def rows(partnership: Partnership) -> Iterable[Theme]:
    return Theme.objects.filter(partnership=partnership).select_related("partnership", "municipality")


THEMES = Kind(Theme, _("Thema's"), entry_of, rows)
