"""How what happens in this room is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("questions:list", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("questions.asked", _("%(who)s stelde een vraag aan de groep."), link=page)
    tell("questions.changed", _("%(who)s verbeterde een vraag."), quiet=True)
    tell("questions.removed", _("%(who)s haalde een vraag weg."), quiet=True)
    tell("questions.closed", _("%(who)s sloot een vraag af."), quiet=True)
    tell("questions.reopened", _("%(who)s opende een vraag opnieuw."), quiet=True)
    tell("questions.spread", _("%(who)s vroeg het nu aan de hele groep."), quiet=True)
    tell("questions.answered", _("%(who)s antwoordde op een vraag."), link=page)
    tell("questions.thanked", _("%(who)s bedankte %(person)s voor een antwoord."), link=page)
    tell("questions.came_back", _("Een vraag zonder antwoord ging naar de rest van de groep."), link=page)
    tell("questions.passed_on", _("Een vraag zonder antwoord ging naar wie de groep ondersteunt."), link=page)
    tell("questions.harvested", _("Een antwoord werd oogst in %(municipality)s."), link=page)
