"""Each row of this room carries its partnership, taken from the row that it hangs on."""

from django.db import migrations

from groeimodel.foundation.carrying import CarryPartnership


class Migration(migrations.Migration):

    dependencies = [
        ("choosing", "0002_completion"),
        ("partners", "0015_partnership_of_each_row"),
    ]

    operations = [
        CarryPartnership(
            {
                "Ballot": "round",
                "Layout": "round",
                "Line": "ballot",
                "Proposal": "round",
                "Stake": "round",
                "YoungAnswer": "round",
            },
        ),
    ]
