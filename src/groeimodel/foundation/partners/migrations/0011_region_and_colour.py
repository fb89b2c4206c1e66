from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('partners', '0010_ambassadors_and_guests'),
    ]

    operations = [
        migrations.AddField(
            model_name='partnership',
            name='colour',
            field=models.CharField(blank=True, choices=[('poppy', 'klaproos (rood)'), ('cornflower', 'korenbloem (blauw)'), ('sunflower', 'zonnebloem (geel)'), ('mallow', 'malve (paars)'), ('daisy', 'madelief (wit)')], max_length=12, verbose_name='kleur'),
        ),
        migrations.AddField(
            model_name='partnership',
            name='region',
            field=models.CharField(blank=True, max_length=80, verbose_name='streek'),
        ),
    ]
