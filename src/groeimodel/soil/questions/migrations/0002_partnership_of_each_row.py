"""Each row of this room carries its partnership, taken from the row that it hangs on."""

from django.db import migrations

from groeimodel.foundation.carrying import CarryPartnership


class Migration(migrations.Migration):

    dependencies = [
        ("partners", "0015_partnership_of_each_row"),
        ("questions", "0001_first"),
    ]

    operations = [
        CarryPartnership(
            {
                "Told": "question",
                "Answer": "question",
            },
        ),
    ]
