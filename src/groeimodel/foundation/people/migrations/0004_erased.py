from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0003_last_visit")]

    operations = [
        migrations.AddField(
            model_name="person",
            name="erased_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="gewist op"),
        ),
    ]
