import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("partners", "0012_handover_notes")]

    operations = [
        migrations.CreateModel(
            name='Logo',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('png', models.BinaryField()),
                ('changed_at', models.DateTimeField(auto_now=True)),
                ('partnership', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='logo', to='partners.partnership')),
            ],
            options={
                'verbose_name': 'logo',
                'verbose_name_plural': "logo's",
            },
        ),
    ]
