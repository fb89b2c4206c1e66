"""Counts what a page costs, from inside, around everything else."""

import time
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse


class Count:
    """Adds X-Queries, X-Milliseconds (time of this process, not of the network) and X-Cpu (milliseconds that its thread
    worked: what else runs on the machine does not count) to each answer.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        queries = 0

        def count(execute: Callable[..., Any], *arguments: Any) -> Any:
            nonlocal queries
            queries += 1
            return execute(*arguments)

        start, worked = time.perf_counter(), time.thread_time()
        with connection.execute_wrapper(count):
            response = self.get_response(request)
        response["X-Milliseconds"] = f"{(time.perf_counter() - start) * 1000:.3f}"
        response["X-Cpu"] = f"{(time.thread_time() - worked) * 1000:.3f}"
        response["X-Queries"] = str(queries)
        return response
