import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from groeimodel.shop.moving import MovedModel


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('partners', '0001_first'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        MovedModel(
            name='Organ', was='structure_organ',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='naam')),
                ('kind', models.CharField(choices=[('board', 'raad van bestuur'), ('steering', 'beheerscomité of stuurgroep'), ('daily', 'dagelijks bestuur'), ('advice', 'adviesgroep')], max_length=10, verbose_name='soort')),
                ('starts', models.DateField(verbose_name='sinds')),
                ('ends', models.DateField(blank=True, null=True, verbose_name='tot')),
                ('partnership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.partnership')),
            ],
            options={
                'verbose_name': 'orgaan',
                'verbose_name_plural': 'organen',
                'constraints': [models.CheckConstraint(condition=models.Q(('ends__isnull', True), ('ends__gte', models.F('starts')), _connector='OR'), name='organ_ends_after_start')],
                'ordering': ['pk'],
            },
        ),
        MovedModel(
            name='OrganSeat', was='structure_organseat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('task', models.CharField(blank=True, max_length=60, verbose_name='taak')),
                ('municipality', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.municipality')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organs.organ')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'plaats in een orgaan',
                'verbose_name_plural': 'plaatsen in organen',
                'ordering': ['pk'],
            },
        ),
    ]
