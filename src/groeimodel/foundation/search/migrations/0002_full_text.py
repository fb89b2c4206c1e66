"""The full-text index of the database itself."""

from django.db import migrations

from groeimodel.foundation.search import engine


def create(apps, schema_editor):
    for statement in engine.CREATE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    for statement in engine.DROP[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [("search", "0001_first")]

    operations = [migrations.RunPython(create, drop)]
