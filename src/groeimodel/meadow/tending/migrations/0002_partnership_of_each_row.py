"""Each row of this room carries its partnership, taken from the row that it hangs on."""

from django.db import migrations

from groeimodel.foundation.carrying import CarryPartnership


class Migration(migrations.Migration):

    dependencies = [
        ("partners", "0015_partnership_of_each_row"),
        ("tending", "0001_first"),
    ]

    operations = [
        CarryPartnership(
            {
                "Expense": "action",
                "Hours": "action",
                "Result": "action",
                "Signal": "action",
                "Task": "action",
                "Update": "action",
            },
        ),
    ]
