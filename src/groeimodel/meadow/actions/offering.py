"""What this room shows on the pages of others."""

from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.panels import Panel, Row
from groeimodel.meadow.actions.models import Action
from groeimodel.soil.themes.models import Theme


def on_theme(theme: Theme) -> Panel:
    """The seeds that fell when a theme was talked about: one query."""
    rows = Action.objects.filter(outcome__item__theme=theme).order_by("taken_down_on", "pk")
    page = f"{reverse('garden:home', args=[theme.partnership.slug])}#groeit"
    return Panel(_("Zaadjes"), [Row(one.title, page, one.get_stage_display()) for one in rows], order=30)
