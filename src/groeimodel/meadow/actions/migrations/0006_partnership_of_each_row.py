"""Each row of this room carries its partnership, taken from the row that it hangs on."""

from django.db import migrations

from groeimodel.foundation.carrying import CarryPartnership


class Migration(migrations.Migration):

    dependencies = [
        ("actions", "0005_last_day_of_picked"),
        ("partners", "0015_partnership_of_each_row"),
    ]

    operations = [
        CarryPartnership(
            {
                "ActionExpectation": "action",
                "Participation": "action",
                "StageChange": "action",
            },
        ),
    ]
