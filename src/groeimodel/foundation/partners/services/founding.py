"""A partnership itself: founding it, its data, its aim, its logo."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Logo, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require


@transaction.atomic
def found_partnership(
    *,
    name: str,
    slug: str,
    legal_form: str = Partnership.LegalForm.INFORMAL,
    description: str = "",
    public: bool = False,
    example: bool = False,
    listed_only: bool = False,
    source: str = "",
    actor: Person | None = None,
    at: datetime | None = None,
) -> Partnership:
    """Start a partnership. Only the administration does (`partners.found`)."""
    require(actor, "partners.found", None)
    partnership = Partnership.objects.create(
        name=name,
        slug=slug,
        legal_form=legal_form,
        description=description,
        public=public,
        example=example,
        listed_only=listed_only,
        source=source,
    )
    record("partners.founded", partnership=partnership, actor=actor, at=at)
    return partnership


@dataclass(frozen=True, slots=True)
class Particulars:
    """What the coordinator may change of a partnership."""

    name: str
    legal_form: str
    description: str
    region: str
    colour: str
    public: bool


@transaction.atomic
def change_partnership(
    *, partnership: Partnership, particulars: Particulars, actor: Person | None = None
) -> Partnership:
    """Change name, legal form, description, region, colour, and whether everyone may see the garden."""
    require(actor, "partners.steer", partnership)
    fields = [
        name for name in Particulars.__slots__ if getattr(partnership, name) != getattr(particulars, name)
    ]
    if not fields:
        return partnership
    for name in fields:
        setattr(partnership, name, getattr(particulars, name))
    partnership.save(update_fields=fields)
    record(
        "partners.changed",
        partnership=partnership,
        actor=actor,
        subject=partnership,
        data={"fields": " ".join(fields)},
    )
    return partnership


@transaction.atomic
def set_logo(*, partnership: Partnership, png: bytes | None, actor: Person | None = None) -> None:
    """Set the logo, a small PNG that was checked before; None takes it away."""
    require(actor, "partners.steer", partnership)
    if png is None:
        Logo.objects.filter(partnership=partnership).delete()
    else:
        Logo.objects.update_or_create(partnership=partnership, defaults={"png": png})
    data = {"fields": "logo"}
    record("partners.changed", partnership=partnership, actor=actor, subject=partnership, data=data)


@transaction.atomic
def declare_aim(
    *,
    partnership: Partnership,
    aim: str,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Partnership:
    """Say which model the partnership wants to be, or withdraw it with an empty text (claim G4).

    Raises:
        ValueError: `aim` is none of the three models.
        PermissionDenied: the actor neither holds a seat nor coordinates.
    """
    require(actor, "partners.declare_aim", partnership)
    if aim and aim not in Partnership.Aim.values:
        raise ValueError(f"{aim!r} is not one of the three models")
    if aim != partnership.aim:
        before, partnership.aim = partnership.aim, aim
        partnership.save(update_fields=["aim"])
        record(
            "partners.aim_declared",
            partnership=partnership,
            actor=actor,
            data={"aim": aim, "before": before},
            at=at,
        )
    return partnership
