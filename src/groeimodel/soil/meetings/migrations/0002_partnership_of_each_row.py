"""Each row of this room carries its partnership, taken from the row that it hangs on."""

from django.db import migrations

from groeimodel.foundation.carrying import carried


class Migration(migrations.Migration):

    dependencies = [
        ("meetings", "0001_first"),
        ("partners", "0015_partnership_of_each_row"),
    ]

    operations = [
        *carried("meetings", "DateOption", "meeting"),
        *carried("meetings", "DateAnswer", "option"),
        *carried("meetings", "Attendance", "meeting"),
        *carried("meetings", "Item", "meeting"),
        *carried("meetings", "Steer", "item"),
    ]
