"""Each row of this room carries its partnership, taken from the row that it hangs on."""

from django.db import migrations

from groeimodel.foundation.carrying import carried


class Migration(migrations.Migration):

    dependencies = [
        ("choosing", "0002_completion"),
        ("partners", "0015_partnership_of_each_row"),
    ]

    operations = [
        *carried("choosing", "Ballot", "round"),
        *carried("choosing", "Layout", "round"),
        *carried("choosing", "Line", "ballot"),
        *carried("choosing", "Proposal", "round"),
        *carried("choosing", "Stake", "round"),
        *carried("choosing", "YoungAnswer", "round"),
    ]
