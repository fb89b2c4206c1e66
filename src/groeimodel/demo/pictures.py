"""Drawn pictures beside some harvest and some actions of the examples: own drawings, no photographs of anybody."""

from functools import cache
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile

from groeimodel.demo.kit import Planted
from groeimodel.foundation.files import services as files
from groeimodel.meadow.actions.models import Action
from groeimodel.soil.harvest.selectors import harvest_of

FOLDER = Path(__file__).parent / "pictures"
PICTURES = {
    "Blokplek in de bib, met stiltetafels": (
        "blokplek",
        "Twee tafels met een lamp en boeken, tussen de rekken van de bib",
    ),
    "Draaiboek voor de speelstraat": ("speelstraat", "Een straat met vlaggetjes, een hinkelpad en een bal"),
    "Fuifcharter voor de gemeentezaal": ("fuif", "Een zaal met een spiegelbol, lichtjes en een draaitafel"),
    "Checklist voor kampen op openbaar domein": (
        "kamp",
        "Twee tenten en een kampvuur aan de rand van een bos",
    ),
}
"""By the title of the harvest: the drawing, and what can be seen."""
OF_ACTIONS = {
    "Speelpleinwerking in het bos": ("kamp", "Twee tenten en een kampvuur aan de rand van een bos"),
    "Pannenkoeken op de blokplek": ("blokplek", "Twee tafels met een lamp en boeken"),
    "Speelstraten, heel de zomer": ("speelstraat", "Een straat met vlaggetjes, een hinkelpad en een bal"),
    "Fuif met charter": ("fuif", "Een zaal met een spiegelbol, lichtjes en een draaitafel"),
}
"""By the title of an action."""


def hang_pictures(planted: Planted) -> None:
    """Put the drawings beside the harvest and the actions they are of; the scope must be open."""
    for crop in harvest_of(planted.partnership):
        if crop.title in PICTURES:
            name, alt = PICTURES[crop.title]
            upload = SimpleUploadedFile(f"{name}.png", drawn(name), content_type="image/png")
            files.keep(subject=crop, upload=upload, label=alt, alt=alt, actor=None)
            crop.picture_for_all = True
            crop.save(update_fields=["picture_for_all"])

    for action in Action.objects.filter(partnership=planted.partnership, title__in=OF_ACTIONS):
        name, alt = OF_ACTIONS[action.title]
        upload = SimpleUploadedFile(f"{name}.png", drawn(name), content_type="image/png")
        files.keep(subject=action, upload=upload, label=alt, alt=alt, actor=None)


@cache
def drawn(name: str) -> bytes:
    """A drawing as PNG."""
    import typst

    made = typst.compile(FOLDER / "page.typ", format="png", root=FOLDER, ppi=96, sys_inputs={"name": name})
    if not isinstance(made, bytes):
        raise TypeError("a drawing is one file")
    return made
