import django.db.models.deletion
from django.db import migrations, models

from groeimodel.shop.moving import MovedModel


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('partners', '0001_first'),
    ]

    operations = [
        MovedModel(
            name='Plan', was='structure_plan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=120, verbose_name='titel')),
                ('starts', models.DateField(verbose_name='begint')),
                ('ends', models.DateField(verbose_name='eindigt')),
                ('adopted_on', models.DateField(blank=True, null=True, verbose_name='goedgekeurd op')),
                ('partnership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.partnership')),
            ],
            options={
                'verbose_name': 'meerjarenplan',
                'verbose_name_plural': 'meerjarenplannen',
                'constraints': [models.CheckConstraint(condition=models.Q(('ends__gte', models.F('starts'))), name='plan_ends_after_start')],
                'ordering': ['-starts'],
            },
        ),
    ]
