"""Each row of this room carries its partnership, taken from the row that it hangs on."""

from django.db import migrations

from groeimodel.foundation.carrying import carried


class Migration(migrations.Migration):

    dependencies = [
        ("partners", "0015_partnership_of_each_row"),
        ("tending", "0001_first"),
    ]

    operations = [
        *carried("tending", "Expense", "action"),
        *carried("tending", "Hours", "action"),
        *carried("tending", "Result", "action"),
        *carried("tending", "Signal", "action"),
        *carried("tending", "Task", "action"),
        *carried("tending", "Update", "action"),
    ]
