"""Each row of this room carries its partnership, taken from the row that it hangs on."""

from django.db import migrations, models

from groeimodel.foundation.carrying import CarryPartnership


class Migration(migrations.Migration):

    dependencies = [
        ("live", "0001_first"),
        ("partners", "0015_partnership_of_each_row"),
    ]

    operations = [
        CarryPartnership(
            {
                "Participant": "session",
                "Answer": "participant",
            },
        ),
        # The partnership is in the key by which an answer is written over: over several machines it must be.
        migrations.RemoveConstraint(model_name="answer", name="live_answer_once"),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.UniqueConstraint(
                fields=("participant", "key", "question", "partnership"), name="live_answer_once"
            ),
        ),
    ]
