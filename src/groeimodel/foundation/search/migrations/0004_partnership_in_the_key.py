"""The partnership is in the key by which an entry is written over: over several machines it must be."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("search", "0003_names_and_kept_words"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="searchentry", name="search_entry_once"),
        migrations.AddConstraint(
            model_name="searchentry",
            constraint=models.UniqueConstraint(
                fields=("model", "key", "partnership"), name="search_entry_once"
            ),
        ),
    ]
