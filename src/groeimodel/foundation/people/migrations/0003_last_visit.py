from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0002_email_may_be_missing")]

    operations = [
        migrations.AddField(
            model_name="person",
            name="seen_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="laatst hier"),
        ),
    ]
