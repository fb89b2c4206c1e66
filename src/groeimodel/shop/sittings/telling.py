"""How what happens in this room is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("sittings:list", args=[slug])


def decisions(slug: str) -> str:
    return reverse("decisions:list", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("sittings.called", _("%(who)s plande een zitting van %(organ)s."), link=page)
    tell("sittings.called_again", _("%(who)s plande een tweede oproep van %(organ)s."), link=page)
    tell("sittings.moved", _("%(who)s verzette een zitting van %(organ)s."), link=page)
    tell("sittings.changed", _("%(who)s veranderde een zitting van %(organ)s."), quiet=True)
    tell("sittings.cancelled", _("%(who)s zegde een zitting van %(organ)s af."), link=page)
    tell("sittings.invited", _("De leden van %(organ)s zijn uitgenodigd voor een zitting."), link=page)
    tell("sittings.answered", _("Een lid van %(organ)s liet weten wie er komt."), quiet=True)
    tell("sittings.put_on_agenda", _("%(who)s zette een punt op de agenda van %(organ)s."), quiet=True)
    tell("sittings.item_changed", _("%(who)s veranderde een punt van %(organ)s."), quiet=True)
    tell("sittings.item_removed", _("%(who)s haalde een punt van de agenda van %(organ)s."), quiet=True)
    tell("sittings.opened", _("De zitting van %(organ)s ging open."), link=page)
    tell("sittings.too_few", _("De zitting van %(organ)s was niet in aantal."), link=page)
    tell("sittings.presence_changed", _("%(who)s noteerde wie er is bij %(organ)s."), quiet=True)
    tell("sittings.voted", _("Een lid van %(organ)s stemde."), quiet=True)
    tell("sittings.votes_noted", _("%(who)s noteerde de stemmen bij %(organ)s."), quiet=True)
    tell("sittings.adopted", _("%(organ)s nam een punt aan: besluit %(decision)s."), link=decisions)
    tell("sittings.rejected", _("%(organ)s verwierp een punt: besluit %(decision)s."), link=decisions)
    tell("sittings.noted", _("%(organ)s nam kennis van een punt."), quiet=True)
    tell("sittings.postponed", _("%(organ)s stelde een punt uit."), link=page)
    tell("sittings.withdrawn", _("Een punt van %(organ)s werd ingetrokken."), link=page)
    tell("sittings.closed", _("De zitting van %(organ)s is gesloten."), link=page)
    tell("sittings.minutes_written", _("%(who)s werkte aan het verslag van %(organ)s."), quiet=True)
    tell("sittings.minutes_approved", _("Het verslag van %(organ)s is goedgekeurd."), link=page)
