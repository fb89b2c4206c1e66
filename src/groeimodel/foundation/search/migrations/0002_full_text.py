"""The full-text index of the database itself."""

from django.db import DatabaseError, migrations, transaction

from groeimodel.foundation.search import engine


def create(apps, schema_editor):
    for statement in engine.CREATE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)
    if schema_editor.connection.vendor != "postgresql":
        return
    try:
        with transaction.atomic(using=schema_editor.connection.alias):
            for statement in engine.CREATE_TRIGRAMS:
                schema_editor.execute(statement)
    except DatabaseError:  # the extension is not installed, or this user may not create it
        print("\n    pg_trgm is er niet: zoeken werkt, een typfout vinden duurt iets langer (docs/admin/search.md).")


def drop(apps, schema_editor):
    for statement in engine.DROP[schema_editor.connection.vendor]:
        schema_editor.execute(statement)
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP INDEX IF EXISTS {engine.TRIGRAMS}")


class Migration(migrations.Migration):

    dependencies = [("search", "0001_first")]

    operations = [migrations.RunPython(create, drop)]
