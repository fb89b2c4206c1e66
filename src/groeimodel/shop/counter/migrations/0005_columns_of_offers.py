"""What 0.6.0 and 0.7.0 forgot on PostgreSQL: offers of 0.4.0 or older got no `draft` and no `grew_from`."""

from django.db import migrations

from groeimodel.shop.moving import CompletedModel


class Migration(migrations.Migration):
    dependencies = [
        ("counter", "0004_partnership_of_each_row"),
    ]

    operations = [
        CompletedModel("Offer"),
    ]
