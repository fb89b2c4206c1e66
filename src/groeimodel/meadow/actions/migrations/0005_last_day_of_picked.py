"""An action that was picked before its last day, or without one, was over on the day on which it was picked."""

from django.db import migrations
from django.db.models import Max, Q


def end_when_picked(apps, schema_editor):
    action = apps.get_model("actions", "Action")
    picked = action._base_manager.filter(stage="harvest").annotate(
        on=Max("changes__on", filter=Q(changes__stage="harvest"))
    )
    for one in picked.exclude(on=None).iterator():
        if one.ends is None or one.ends > one.on:
            ends = max(one.on, one.starts) if one.starts else one.on
            action._base_manager.filter(pk=one.pk).update(ends=ends)


class Migration(migrations.Migration):
    dependencies = [("actions", "0004_origins_and_estimates")]

    operations = [migrations.RunPython(end_when_picked, migrations.RunPython.noop, elidable=True)]
