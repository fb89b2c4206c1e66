import django.db.models.deletion
from django.db import migrations, models

from groeimodel.shop.moving import MovedModel


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('actions', '0004_origins_and_estimates'),
        ('partners', '0001_first'),
    ]

    operations = [
        MovedModel(
            name='Offer', was='structure_offer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=120, verbose_name='titel')),
                ('text', models.TextField(blank=True, max_length=1000, verbose_name='in enkele zinnen')),
                ('featured', models.BooleanField(default=False, verbose_name='in de kijker')),
                ('starts', models.DateField(verbose_name='sinds')),
                ('ends', models.DateField(blank=True, null=True, verbose_name='tot')),
                ('draft', models.BooleanField(default=False, verbose_name='in de maak')),
                ('grew_from', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actions.action', verbose_name='gegroeid uit')),
                ('partnership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.partnership')),
            ],
            options={
                'verbose_name': 'aanbod',
                'verbose_name_plural': 'aanbod',
                'ordering': ['-featured', 'title'],
            },
        ),
    ]
