"""Each row of this room carries its partnership, taken from the row that it hangs on."""

from django.db import migrations

from groeimodel.foundation.carrying import CarryPartnership


class Migration(migrations.Migration):

    dependencies = [
        ("partners", "0014_municipality_figures"),
    ]

    operations = [
        CarryPartnership(
            {
                "Seat": "membership",
                "Tenure": "seat",
                "HandoverNote": "seat",
            },
        ),
    ]
