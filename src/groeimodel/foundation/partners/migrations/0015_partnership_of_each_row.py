"""Each row of this room carries its partnership, taken from the row that it hangs on."""

from django.db import migrations

from groeimodel.foundation.carrying import carried


class Migration(migrations.Migration):

    dependencies = [
        ("partners", "0014_municipality_figures"),
    ]

    operations = [
        *carried("partners", "Seat", "membership"),
        *carried("partners", "Tenure", "seat"),
        *carried("partners", "HandoverNote", "seat"),
    ]
