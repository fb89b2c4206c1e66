"""Each row of this room carries its partnership, taken from the row that it hangs on."""

from django.db import migrations

from groeimodel.foundation.carrying import CarryPartnership


class Migration(migrations.Migration):

    dependencies = [
        ("decisions", "0002_votes_in_organs"),
        ("partners", "0015_partnership_of_each_row"),
    ]

    operations = [
        CarryPartnership(
            {
                "Matter": "decision",
                "Voice": "decision",
                "Vote": "decision",
                "Checked": "matter",
            },
        ),
    ]
