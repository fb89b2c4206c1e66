import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_first"), ("partners", "0001_first")]

    operations = [
        migrations.AddField(
            model_name="entry",
            name="municipality",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="partners.municipality",
            ),
        ),
    ]
