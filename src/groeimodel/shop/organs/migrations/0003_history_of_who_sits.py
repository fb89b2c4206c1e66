from django.db import migrations


def begin(apps, schema_editor):
    """Whoever sits in a place now, sits there since the organ began: nothing else is known of it."""
    Seat = apps.get_model("organs", "OrganSeat")
    Occupancy = apps.get_model("organs", "Occupancy")
    known = set(Occupancy.objects.values_list("seat", flat=True))
    Occupancy.objects.bulk_create(
        Occupancy(seat=seat, person_id=seat.person_id, starts=seat.organ.starts)
        for seat in Seat.objects.filter(person__isnull=False).select_related("organ")
        if seat.pk not in known
    )


class Migration(migrations.Migration):

    dependencies = [("organs", "0002_terms_and_histories")]

    operations = [migrations.RunPython(begin, migrations.RunPython.noop, elidable=True)]
