"""Each row of this room carries its partnership, taken from the row that it hangs on."""

from django.db import migrations

from groeimodel.foundation.carrying import CarryPartnership


class Migration(migrations.Migration):

    dependencies = [
        ("money", "0003_words_of_constraints"),
        ("partners", "0015_partnership_of_each_row"),
    ]

    operations = [
        CarryPartnership(
            {
                "Call": "book_year",
                "Contribution": "call",
                "Post": "book_year",
            },
        ),
    ]
