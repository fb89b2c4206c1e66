"""Each row of this room carries its partnership, taken from the row that it hangs on."""

from django.db import migrations

from groeimodel.foundation.carrying import CarryPartnership


class Migration(migrations.Migration):

    dependencies = [
        ("partners", "0015_partnership_of_each_row"),
        ("plan", "0003_remember_what_was_proposed"),
    ]

    operations = [
        CarryPartnership(
            {
                "LocalLink": "local",
                "Objective": "plan",
                "Version": "plan",
                "ActionPlan": "objective",
                "PlanAction": "action_plan",
                "Estimate": "action",
            },
        ),
    ]
