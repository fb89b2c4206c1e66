"""The application for a WSGI server; the product streams nothing and needs no ASGI (see docs/adr)."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "groeimodel.settings")
application = get_wsgi_application()
