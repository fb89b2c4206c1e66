"""What this room shows on the page of an action (claims W7, W18)."""

from __future__ import annotations

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.foundation.panels import Form, Panel, Row
from groeimodel.foundation.partners.models import Partnership
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.tending import selectors
from groeimodel.meadow.tending.common import ran
from groeimodel.meadow.tending.money import in_euro

MOST = 3


def on_action(action: Action) -> Panel | None:
    """How a running action stands, and its last news; where it is kept up. Six queries."""
    if not ran(action):
        return None
    url = reverse("tending:action", args=[action.partnership.slug, action.pk])
    rows = [Row(_in_words(selectors.money_of(action)), f"{url}#uitgaven")]
    rows += [Row(text, f"{url}#{part}") for text, part in _counts(action) if text]
    for told in selectors.news_of(action, MOST):
        day = date_format(localtime(told.update.noted_at), "j F")
        rows.append(Row(told.update.text, f"{url}#nieuws-{told.update.pk}", day))
    rows.append(Row(_("Alles over het verloop van deze actie"), url))
    form = Form(
        url=reverse("tending:add_news", args=[action.partnership.slug, action.pk]),
        label=_("Vertel kort iets nieuws:"),
        button=_("Vertel"),
        name="text",
        longest=500,
        right="actions.tend",
    )
    return Panel(_("Hoe het nu gaat"), rows, order=5, form=form)


def _in_words(money: selectors.Money) -> str:
    words = {"spent": in_euro(money.spent)}
    if money.left is None:
        return _("%(spent)s uitgegeven, zonder budget.") % words
    if money.over:
        words["over"] = in_euro(money.over)
        return _("%(spent)s uitgegeven: er is %(over)s te veel uitgegeven.") % words
    words["left"] = in_euro(money.left)
    return _("%(spent)s uitgegeven, nog %(left)s.") % words


def _counts(action: Action) -> list[tuple[str, str]]:
    tasks, reach = selectors.open_tasks(action), selectors.reach_of(action)
    left = ngettext("Nog %(n)s taak te doen.", "Nog %(n)s taken te doen.", tasks) % {"n": tasks}
    reached = ngettext("%(n)s bereikt.", "%(n)s bereikt.", reach) % {"n": reach}
    return [(left if tasks else "", "taken"), (reached if reach else "", "resultaten")]


def on_meadow(partnership: Partnership) -> Panel:
    """The last news of all actions, and the account of every municipality. One query."""
    place = [partnership.slug]
    page = reverse("tending:news", args=place)
    rows = [
        Row(f"{one.action.title}: {one.text}", f"{page}#nieuws-{one.pk}")
        for one in selectors.last_news(partnership, MOST)
    ]
    rows.append(Row(_("Al het nieuws"), page))
    rows.append(Row(_("Wat elke gemeente gaf en kreeg: de rekening"), reverse("tending:account", args=place)))
    return Panel(_("Nieuws van de weide"), rows, order=40, right="partners.see_inside")
