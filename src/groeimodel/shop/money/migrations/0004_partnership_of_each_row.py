"""Each row of this room carries its partnership, taken from the row that it hangs on."""

from django.db import migrations

from groeimodel.foundation.carrying import carried


class Migration(migrations.Migration):

    dependencies = [
        ("money", "0003_words_of_constraints"),
        ("partners", "0015_partnership_of_each_row"),
    ]

    operations = [
        *carried("money", "Call", "book_year"),
        *carried("money", "Contribution", "call"),
        *carried("money", "Post", "book_year"),
    ]
