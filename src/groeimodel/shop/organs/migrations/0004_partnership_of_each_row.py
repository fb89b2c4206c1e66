"""Each row of this room carries its partnership, taken from the row that it hangs on."""

from django.db import migrations

from groeimodel.foundation.carrying import CarryPartnership


class Migration(migrations.Migration):

    dependencies = [
        ("organs", "0003_history_of_who_sits"),
        ("partners", "0015_partnership_of_each_row"),
    ]

    operations = [
        CarryPartnership(
            {
                "OrganSeat": "organ",
                "RenewalDecision": "term",
                "Occupancy": "seat",
            },
        ),
    ]
