"""Each row of this room carries its partnership, taken from the row that it hangs on."""

from django.db import migrations

from groeimodel.foundation.carrying import carried


class Migration(migrations.Migration):

    dependencies = [
        ("organs", "0003_history_of_who_sits"),
        ("partners", "0015_partnership_of_each_row"),
    ]

    operations = [
        *carried("organs", "OrganSeat", "organ"),
        *carried("organs", "RenewalDecision", "term"),
        *carried("organs", "Occupancy", "seat"),
    ]
