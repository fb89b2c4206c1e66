"""Each row of this room carries its partnership, taken from the row that it hangs on."""

from django.db import migrations

from groeimodel.foundation.carrying import carried


class Migration(migrations.Migration):

    dependencies = [
        ("partners", "0015_partnership_of_each_row"),
        ("plan", "0003_remember_what_was_proposed"),
    ]

    operations = [
        *carried("plan", "LocalLink", "local"),
        *carried("plan", "Objective", "plan"),
        *carried("plan", "Version", "plan"),
        *carried("plan", "ActionPlan", "objective"),
        *carried("plan", "PlanAction", "action_plan"),
        *carried("plan", "Estimate", "action"),
    ]
