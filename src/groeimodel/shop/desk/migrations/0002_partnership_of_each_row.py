"""Each row of this room carries its partnership, taken from the row that it hangs on."""

from django.db import migrations

from groeimodel.foundation.carrying import CarryPartnership


class Migration(migrations.Migration):

    dependencies = [
        ("desk", "0001_requests_and_bookings"),
        ("partners", "0015_partnership_of_each_row"),
    ]

    operations = [
        CarryPartnership(
            {
                "Booking": "bookable",
                "Line": "request",
                "Served": "request",
                "Slot": "bookable",
            },
        ),
    ]
