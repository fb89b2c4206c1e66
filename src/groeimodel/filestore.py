"""Where documents are kept, as it stands in the setting `GROEIMODEL_FILES`. No Django: the settings read it."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

FORM = "file:///map of s3://sleutel:geheim@adres/emmer?region=eu-west-1"


def file_store(url: str, folder: Path) -> dict[str, Any]:
    """The entry for Django's STORAGES: a folder (`folder` when the setting is empty), or S3-compatible storage.

    Raises:
        ValueError: it is not such an address. The message does not repeat it, for it holds a secret.
    """
    parts = urlsplit(url.strip())
    shared = parts.scheme == "file" and not parts.netloc and parts.path.startswith("/")
    if not url.strip() or shared:
        folder = Path(unquote(parts.path)) if shared else folder
        location = {"location": folder, "file_permissions_mode": 0o600, "directory_permissions_mode": 0o700}
        return {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": location}
    bucket = parts.path.strip("/")
    if parts.scheme != "s3" or not parts.hostname or not bucket or "/" in bucket:
        raise ValueError(f"GROEIMODEL_FILES is niet van de vorm {FORM}")
    asked = parse_qs(parts.query)
    plain = asked.get("tls", ["1"])[-1] in {"0", "false", "no", "off"}
    host = parts.netloc.rpartition("@")[2]
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "access_key": unquote(parts.username or ""),
            "secret_key": unquote(parts.password or ""),
            "bucket_name": bucket,
            "endpoint_url": f"{'http' if plain else 'https'}://{host}",
            "region_name": asked.get("region", ["us-east-1"])[-1],
            "addressing_style": "path",
            "signature_version": "s3v4",
            "default_acl": None,
            "file_overwrite": False,
        },
    }
