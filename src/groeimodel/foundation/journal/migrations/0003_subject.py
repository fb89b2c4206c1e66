from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("journal", "0002_municipality")]

    operations = [
        migrations.AddField(
            model_name="entry", name="subject", field=models.CharField(blank=True, max_length=80)
        ),
    ]
