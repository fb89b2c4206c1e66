"""How large a file may be, and a handler that throws away what is larger while it comes in."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile


def most_bytes() -> int:
    most: int = settings.FILES_MOST_BYTES
    return most


class Quota(FileUploadHandler):
    """Stands before the handlers that keep files: a file that grows over the limit is not kept further."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.came = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.came += len(raw_data)
        if self.came > most_bytes():
            if self.request is not None:
                self.request.META["groeimodel.file_too_large"] = True
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
