"""The subsidy file of the shop: what was granted, a condition filled in, a plan that was filed and a report begun."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from groeimodel.demo.kit import Planted, moment
from groeimodel.shop.subsidy import services
from groeimodel.shop.subsidy.models import Paper

YEARLY = Decimal(32_000)
STORY = (
    "Vijf gemeenten begonnen met een gedeelde uitleendienst. Vandaag hebben ze een fuifloket, een vorming voor "
    "animatoren en twee medewerkers. Wat elke gemeente er zelf van gebruikt, staat bij de oogst."
)


def build(planted: Planted) -> None:
    """The scope is open. The scheme whose term runs on the day of the example."""
    scheme = "igs-jeugd-2021" if planted.today < date(2027, 1, 1) else "igs-jeugd-2027"
    at = moment(planted.day(200))
    dossier = services.begin(partnership=planted.partnership, scheme=scheme, at=at)
    years = [year for year in dossier.years if year in (planted.today.year - 1, planted.today.year)]
    services.grant(dossier=dossier, amounts=dict.fromkeys(years, YEARLY), at=at)
    services.fill_in(
        dossier=dossier,
        rule="min_members",
        value="3",
        source="Gesprek met de administratie (verzonnen)",
        at=at,
    )
    papers = {one.document: one for one in dossier.papers.select_related("dossier__partnership")}
    filed = date.fromisoformat(dossier.of_scheme.documents[0].due_on or "") if dossier.of_scheme else None
    services.move(paper=papers["plan"], state=Paper.State.APPROVED, filed_on=filed, at=at)
    if scheme == "igs-jeugd-2021":
        services.move(paper=papers["progress"], state=Paper.State.APPROVED, filed_on=date(2024, 3, 28), at=at)
    services.write(paper=papers["final"], block="harvest", text=STORY, at=moment(planted.day(20)))
