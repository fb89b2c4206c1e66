"""All settings, from the environment only; see docs/admin/settings.md, held together by a test."""

import os
from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF

from groeimodel.filestore import file_store
from groeimodel.foundation.watch.lines import unreadable
from groeimodel.foundation.watch.weakness import contacts
from groeimodel.mailserver import mail_server
from groeimodel.secretstore import secret, signing_key, weak
from groeimodel.ui.headers import cookie_name

PACKAGE = Path(__file__).resolve().parent
CHECKOUT = PACKAGE.parent.parent


def env_bool(name: str, default: bool = False) -> bool:
    return os.environ.get(name, str(default)).strip().lower() in {"1", "true", "yes", "on"}


def env_list(name: str, default: str) -> list[str]:
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


VAR = Path(os.environ.get("GROEIMODEL_VAR", CHECKOUT / "var"))


SECRET_KEY = signing_key(VAR)
SECRET_KEY_FALLBACKS = [
    part.strip() for part in secret("GROEIMODEL_SECRET_KEYS_OLD").split(",") if part.strip()
]
"""Keys of before: what they signed is still read, nothing new is signed with them."""
ADDRESS_KEY = secret("GROEIMODEL_ADDRESS_KEY") or SECRET_KEY
"""With this a mail address is known again of which only a code is kept. It stays when `SECRET_KEY` changes."""
DEBUG = env_bool("GROEIMODEL_DEBUG")
DEMO = env_bool("GROEIMODEL_DEMO")
"""Example persons can be chosen without a password. Never on a server with real data."""
ALLOWED_HOSTS = env_list("GROEIMODEL_HOSTS", "127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = env_list("GROEIMODEL_ORIGINS", "")
HTTPS = env_bool("GROEIMODEL_HTTPS")
if DEBUG and HTTPS:
    raise ValueError(
        "GROEIMODEL_DEBUG en GROEIMODEL_HTTPS gaan niet samen: op een echte site toont geen fout haar code"
    )
PUBLIC_URL = os.environ.get("GROEIMODEL_URL", "http://127.0.0.1:8000").rstrip("/")
"""Where the site is for its readers: links in mails begin with it."""

INSTALLED_APPS = [
    "groeimodel.foundation.people",
    "groeimodel.foundation.partners",
    "groeimodel.foundation.journal",
    "groeimodel.foundation.jobs",
    "groeimodel.foundation.mail",
    "groeimodel.foundation.mandates",
    "groeimodel.foundation.decisions",
    "groeimodel.foundation.members",
    "groeimodel.foundation.aldermen",
    "groeimodel.foundation.contact",
    "groeimodel.foundation.files",
    "groeimodel.foundation.backup",
    "groeimodel.foundation.signin",
    "groeimodel.foundation.privacy",
    "groeimodel.foundation.search",
    "groeimodel.foundation.watch",
    "groeimodel.ui",
    "groeimodel.soil.expertise",
    "groeimodel.soil.themes",
    "groeimodel.soil.meetings",
    "groeimodel.soil.harvest",
    "groeimodel.soil.lessons",
    "groeimodel.soil.energy",
    "groeimodel.soil.questions",
    "groeimodel.soil.balance",
    "groeimodel.soil.needs",
    "groeimodel.soil.notes",
    "groeimodel.soil.reports",
    "groeimodel.gauge.scan",
    "groeimodel.gauge.expectations",
    "groeimodel.gauge.duo",
    "groeimodel.gauge.live",
    "groeimodel.gauge.pulse",
    "groeimodel.meadow.actions",
    "groeimodel.meadow.checks",
    "groeimodel.meadow.choosing",
    "groeimodel.meadow.college",
    "groeimodel.meadow.tending",
    "groeimodel.meadow.evaluation",
    "groeimodel.shop.organs",
    "groeimodel.shop.sittings",
    "groeimodel.shop.publishing",
    "groeimodel.shop.steering",
    "groeimodel.shop.plan",
    "groeimodel.shop.money",
    "groeimodel.shop.bank",
    "groeimodel.shop.subsidy",
    "groeimodel.shop.counter",
    "groeimodel.shop.desk",
    "groeimodel.shop.overview",
    "groeimodel.showcase.model",
    "groeimodel.showcase.garden",
    "groeimodel.showcase.mine",
    "groeimodel.showcase.sheets",
    "groeimodel.showcase.photo",
    "groeimodel.showcase.kit",
    "groeimodel.showcase.sharing",
    "groeimodel.showcase.facts",
    "groeimodel.showcase.documents",
    "groeimodel.showcase.news",
    "groeimodel.showcase.public",
    "groeimodel.showcase.neighbours",
    "groeimodel.showcase.atlas",
    "groeimodel.support.presentation",
    "groeimodel.support.region",
    "groeimodel.support.trends",
    "groeimodel.support.texts",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "django_htmx",
]

MIDDLEWARE = [
    "groeimodel.foundation.watch.middleware.Watch",  # first: probes come by IP, without HTTPS
    "django.middleware.security.SecurityMiddleware",
    "groeimodel.ui.headers.Headers",
    "csp.middleware.CSPMiddleware",  # before static files: a picture in SVG is a page too
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "groeimodel.foundation.signin.events.Gate",
    "allauth.account.middleware.AccountMiddleware",
    "groeimodel.foundation.signin.middleware.SlidingSession",
    "groeimodel.foundation.signin.middleware.NotKept",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "groeimodel.foundation.watch.middleware.Readable",  # last: its answer is a page like any other
]

ROOT_URLCONF = "groeimodel.urls"
WSGI_APPLICATION = "groeimodel.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "groeimodel.ui.context.site",
            ],
        },
    }
]

DATABASES = {
    "default": dj_database_url.parse(
        secret("DATABASE_URL") or f"sqlite:///{VAR / 'groeimodel.sqlite3'}",
        conn_max_age=60,
        conn_health_checks=True,
        disable_server_side_cursors=env_bool("GROEIMODEL_DATABASE_POOLER"),
    )
}
DATABASE_SPREAD = env_bool("GROEIMODEL_DATABASE_SPREAD")
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        # IMMEDIATE: a writer waits for its turn instead of failing halfway with "database is locked".
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    # A server that is gone is noticed in seconds: a page that says so is better than one that never comes.
    DATABASES["default"]["OPTIONS"] = {
        "connect_timeout": 5,
        "keepalives_idle": 30,
        "keepalives_interval": 5,
        "keepalives_count": 3,
        "tcp_user_timeout": 20_000,
        **DATABASES["default"].get("OPTIONS", {}),
    }
# Of one process: pages and diagnoses, named after what they were made from, so never wrong. Some tens of kB each.
IN_MEMORY: dict[str, Any] = {
    "BACKEND": "groeimodel.foundation.watch.keeping.Counted",
    "LOCATION": "pages",
    "OPTIONS": {"MAX_ENTRIES": 1000},
}
CACHES: dict[str, dict[str, Any]] = {
    # Shared by all processes: attempts to sign in are counted here.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        # Django's own 300 would let whoever comes from many addresses push out the counts of others.
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    },
    "pages": IN_MEMORY,
    "template_fragments": IN_MEMORY,
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "groeimodel.foundation.partners.access.TableBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    # Only for who runs the installation, at /beheer/. Length and what others chose before count; no rule about signs.
    {"NAME": f"groeimodel.foundation.signin.passwords.{name}"}
    for name in ("Length", "OftenChosen", "AboutUs", "AboutYou")
]
# Nobody else has a password: a code or link by mail, a passkey, or OpenID Connect (foundation/signin).
ACCOUNT_ADAPTER = "groeimodel.foundation.signin.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an address is proven by the invitation or code that was sent to it
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "request_login_code": "20/m/ip,5/5m/key",
}
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("GROEIMODEL_PROXIES", "0"))
# Passkeys need HTTPS, and so does asking for one.
ADMIN_SECOND_FACTOR = env_bool("GROEIMODEL_ADMIN_SECOND_FACTOR", default=HTTPS)
MFA_ADAPTER = "groeimodel.foundation.signin.adapters.MFAAdapter"
MFA_SUPPORTED_TYPES = ["webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
SOCIALACCOUNT_ADAPTER = "groeimodel.foundation.signin.adapters.SocialAccountAdapter"
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_REQUESTS_TIMEOUT = 10
OIDC_NAMES = [os.environ["GROEIMODEL_OIDC_NAME"]] if os.environ.get("GROEIMODEL_OIDC_NAME") else []
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "SCOPE": os.environ.get("GROEIMODEL_OIDC_SCOPES", "openid profile email").split(),
        "APPS": [
            {
                "provider_id": "oidc",
                "name": name,
                "client_id": os.environ.get("GROEIMODEL_OIDC_CLIENT_ID", ""),
                "secret": secret("GROEIMODEL_OIDC_CLIENT_SECRET"),
                "settings": {
                    "server_url": os.environ.get("GROEIMODEL_OIDC_URL", ""),
                    "uid_field": os.environ.get("GROEIMODEL_OIDC_CLAIM", "sub"),
                },
            }
            for name in OIDC_NAMES
        ],
    }
}
LOGIN_URL = "signin:sign_in"
LOGIN_REDIRECT_URL = "mine:garden"
LOGOUT_REDIRECT_URL = "model:start"

LANGUAGE_CODE = "nl-be"
LANGUAGES = [("nl-be", "Nederlands"), ("en", "English")]
TIME_ZONE = "Europe/Brussels"
USE_TZ = True
USE_I18N = True
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "static/"
STATIC_ROOT = Path(os.environ.get("GROEIMODEL_STATIC") or VAR / "static")
STORAGES = {
    "files": file_store(secret("GROEIMODEL_FILES"), VAR / "files"),
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if env_bool("GROEIMODEL_MANIFEST")
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

FILES_MOST_BYTES = int(os.environ.get("GROEIMODEL_FILES_MOST_MB", "25")) * 1024 * 1024
FILES_SCANNER = os.environ.get("GROEIMODEL_CLAMD", "")
"""The virus scanner that sees every document before it is kept; none when empty."""
if FILES_SCANNER and not (FILES_SCANNER.startswith("/") or FILES_SCANNER.rpartition(":")[2].isdigit()):
    raise ValueError("GROEIMODEL_CLAMD is een pad (/run/clamav/clamd.ctl) of host:poort")
FILE_UPLOAD_HANDLERS = [
    "groeimodel.foundation.files.limits.Quota",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_AGE = 30 * 24 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
if HTTPS:
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = env_bool("GROEIMODEL_HSTS_SUBDOMAINS", default=True)
    # Preloading is for the owner of the domain, which may carry other sites; so is leaving subdomains out.
    SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = cookie_name("sessionid", secure=True)
    CSRF_COOKIE_NAME = cookie_name("csrftoken", secure=True)
    MESSAGE_STORAGE = "groeimodel.ui.headers.HostMessages"

_mail = mail_server(secret("GROEIMODEL_MAIL"))
EMAIL_HOST, EMAIL_PORT = _mail.host, _mail.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail.user, _mail.password
EMAIL_USE_TLS, EMAIL_USE_SSL = _mail.starttls, _mail.tls
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = SERVER_EMAIL = os.environ.get(
    "GROEIMODEL_MAIL_FROM", "Groeimodel <groeimodel@localhost>"
)
"""Without `EMAIL_HOST` mails are only kept, in the outbox of the administration."""

SECURITY_CONTACT = contacts(env_list("GROEIMODEL_SECURITY_CONTACT", ""))
"""Whom to tell about a weakness: `/.well-known/security.txt`, which does not exist without one."""

METRICS_TOKEN = secret("GROEIMODEL_METRICS_TOKEN")
"""Who sends this reads `/metrics`; without it that page does not exist and nothing is counted."""
if HTTPS and (_reason := weak(SECRET_KEY, SECRET_KEY_FALLBACKS, METRICS_TOKEN)):
    raise ValueError(_reason)

LOG = os.environ.get("GROEIMODEL_LOG", "plain").strip().lower()
LOG_LEVEL = os.environ.get("GROEIMODEL_LOG_LEVEL", "warning").strip().lower()
if _reason := unreadable(LOG, LOG_LEVEL):
    raise ValueError(_reason)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"links": {"()": "groeimodel.foundation.logs.WithoutLinks"}},
    "formatters": {
        "plain": {"()": "groeimodel.foundation.watch.lines.PlainLine"},
        "json": {"()": "groeimodel.foundation.watch.lines.JsonLine"},
    },
    "handlers": {
        "console": {
            "class": "groeimodel.foundation.watch.lines.Console",
            "formatter": LOG,
            "filters": ["links"],
        }
    },
    "loggers": {
        # Django's own handlers show more, or mail it to somebody: ours is the only one.
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "groeimodel": {"level": LOG_LEVEL.upper()},
        # Who came in and what was refused is always told (foundation/signin/events.py).
        "groeimodel.security": {"level": "INFO"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
}
