"""Each row of this room carries its partnership, taken from the row that it hangs on."""

from django.db import migrations

from groeimodel.foundation.carrying import carried


class Migration(migrations.Migration):

    dependencies = [
        ("partners", "0015_partnership_of_each_row"),
        ("subsidy", "0001_first"),
    ]

    operations = [
        *carried("subsidy", "Grant", "dossier"),
        *carried("subsidy", "OwnValue", "dossier"),
        *carried("subsidy", "Paper", "dossier"),
        *carried("subsidy", "Passage", "paper"),
    ]
