"""How deeds on the texts of the model are told; they are of no partnership, so no timeline shows them."""

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("texts.changed", _("%(who)s veranderde teksten van het model in het ontwerp."), quiet=True)
    tell("texts.taken_back", _("%(who)s nam een verandering van een tekst terug."), quiet=True)
    tell("texts.discarded", _("%(who)s gooide het ontwerp van de teksten weg."), quiet=True)
    tell("texts.published", _("%(who)s gaf versie %(number)s van de teksten uit."), quiet=True)
    tell(
        "texts.restored",
        _("%(who)s zette de teksten van versie %(of)s terug, als versie %(number)s."),
        quiet=True,
    )
    tell("texts.settled", _("%(who)s keek na welke teksten de software meebracht."), quiet=True)
