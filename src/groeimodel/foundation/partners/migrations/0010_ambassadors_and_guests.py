import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("partners", "0001_first")]

    operations = [
        migrations.AlterField(
            model_name="appointment",
            name="kind",
            field=models.CharField(
                choices=[
                    ("coordinator", "coördinator"),
                    ("supporter", "regio-ondersteuner"),
                    ("ambassador", "ambassadeur"),
                    ("guest", "gast"),
                ],
                max_length=12,
                verbose_name="taak",
            ),
        ),
        migrations.AddField(
            model_name="appointment",
            name="municipality",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="partners.municipality",
                verbose_name="gemeente",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "ambassador"), ("municipality__isnull", False)),
                    models.Q(models.Q(("kind", "ambassador"), _negated=True), ("municipality__isnull", True)),
                    _connector="OR",
                ),
                name="appointment_ambassador_of_municipality",
            ),
        ),
    ]
