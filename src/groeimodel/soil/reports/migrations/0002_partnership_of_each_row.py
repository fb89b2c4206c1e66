"""Each row of this room carries its partnership, taken from the row that it hangs on."""

from django.db import migrations

from groeimodel.foundation.carrying import CarryPartnership


class Migration(migrations.Migration):

    dependencies = [
        ("meetings", "0002_partnership_of_each_row"),
        ("partners", "0015_partnership_of_each_row"),
        ("reports", "0001_first"),
    ]

    operations = [
        CarryPartnership(
            {
                "Takeaway": "meeting",
                "Reminder": "meeting",
            },
        ),
    ]
