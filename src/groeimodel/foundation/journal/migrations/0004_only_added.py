"""On PostgreSQL the database itself refuses to change or remove a line of the journal."""

from django.db import migrations

ADD = """
CREATE FUNCTION journal_only_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The journal is only added to.';
END $$;
CREATE TRIGGER journal_only_added BEFORE UPDATE OR DELETE ON journal_entry
    FOR EACH ROW EXECUTE FUNCTION journal_only_added();
"""
REMOVE = """
DROP TRIGGER journal_only_added ON journal_entry;
DROP FUNCTION journal_only_added();
"""


def run(sql):
    def step(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(sql, params=None)

    return step


class Migration(migrations.Migration):
    dependencies = [("journal", "0003_subject")]

    operations = [migrations.RunPython(run(ADD), run(REMOVE))]
