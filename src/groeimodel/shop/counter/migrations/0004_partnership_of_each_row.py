"""Each row of this room carries its partnership, taken from the row that it hangs on.

The tables between offers and what they lie in were made by Django. They become models of their own: the tables and
their rows stay.
"""

import django.db.models.deletion
from django.db import migrations, models

from groeimodel.foundation.carrying import CarryPartnership


def _between(name: str, holder: str, verbose_name: str, verbose_name_plural: str) -> migrations.CreateModel:
    cascade = django.db.models.deletion.CASCADE
    return migrations.CreateModel(
        name=name,
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            (holder, models.ForeignKey(on_delete=cascade, related_name="+", to=f"counter.{holder}")),
            ("offer", models.ForeignKey(on_delete=cascade, related_name="+", to="counter.offer")),
        ],
        options={
            "verbose_name": verbose_name,
            "verbose_name_plural": verbose_name_plural,
            "db_table": f"counter_{holder}_offers",
            "unique_together": {(holder, "offer")},
        },
    )


class Migration(migrations.Migration):

    dependencies = [
        ("counter", "0003_plan_action"),
        ("partners", "0015_partnership_of_each_row"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                _between("BouquetOffer", "bouquet", "aanbod in een boeket", "aanbod in boeketten"),
                _between("AgreementOffer", "agreement", "aanbod in een afspraak", "aanbod in afspraken"),
                migrations.AlterField(
                    model_name="bouquet",
                    name="offers",
                    field=models.ManyToManyField(
                        blank=True,
                        related_name="bouquets",
                        through="counter.BouquetOffer",
                        to="counter.offer",
                        verbose_name="aanbod",
                    ),
                ),
                migrations.AlterField(
                    model_name="agreement",
                    name="offers",
                    field=models.ManyToManyField(
                        blank=True,
                        related_name="agreements",
                        through="counter.AgreementOffer",
                        to="counter.offer",
                        verbose_name="voor welk aanbod?",
                    ),
                ),
            ],
        ),
        CarryPartnership(
            {
                "Agreement": "supplier",
                "Anchor": "offer",
                "ReadyPoint": "offer",
                "Use": "offer",
                "BouquetOffer": "bouquet",
                "AgreementOffer": "agreement",
            },
        ),
    ]
