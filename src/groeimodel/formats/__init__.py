"""Files in and out: questionnaires, charts, reports. No web in here."""
