"""Each row of this room carries its partnership, taken from the row that it hangs on."""

from django.db import migrations

from groeimodel.foundation.carrying import carried


class Migration(migrations.Migration):

    dependencies = [
        ("decisions", "0002_votes_in_organs"),
        ("partners", "0015_partnership_of_each_row"),
    ]

    operations = [
        *carried("decisions", "Matter", "decision"),
        *carried("decisions", "Voice", "decision"),
        *carried("decisions", "Vote", "decision"),
        *carried("decisions", "Checked", "matter"),
    ]
