"""Each row of this room carries its partnership, taken from the row that it hangs on."""

from django.db import migrations

from groeimodel.foundation.carrying import CarryPartnership


class Migration(migrations.Migration):

    dependencies = [
        ("news", "0001_readers_and_editions"),
        ("partners", "0015_partnership_of_each_row"),
    ]

    operations = [
        CarryPartnership(
            {
                "Delivery": "edition",
                "Item": "edition",
            },
        ),
    ]
