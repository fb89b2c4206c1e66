from django.contrib import admin

from groeimodel.foundation.backup.models import Backup
from groeimodel.foundation.readonly import ReadOnly


@admin.register(Backup)
class BackupAdmin(ReadOnly):
    list_display = ["name", "started_at", "finished_at", "size", "documents", "missing"]
