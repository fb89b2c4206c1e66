"""The application for a WSGI server; the product streams nothing and needs no ASGI (see docs/adr)."""

import os

from django.core.wsgi import get_wsgi_application

from groeimodel.foundation.watch.lines import tell_of_every_error

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "groeimodel.settings")
tell_of_every_error()
application = get_wsgi_application()
