"""Each row of this room carries its partnership, taken from the row that it hangs on."""

from django.db import migrations

from groeimodel.foundation.carrying import CarryPartnership


class Migration(migrations.Migration):

    dependencies = [
        ("bank", "0002_matches_and_letters"),
        ("money", "0004_partnership_of_each_row"),
        ("partners", "0015_partnership_of_each_row"),
    ]

    operations = [
        CarryPartnership(
            {
                "Line": "account",
                "Match": "line",
                "Statement": "account",
                "Sending": "contribution",
            },
        ),
    ]
