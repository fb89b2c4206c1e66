"""The product's settings with two more pages to compare with, and a count of queries in each answer."""

from groeimodel.settings import *  # noqa: F403
from groeimodel.settings import CHECKOUT, MIDDLEWARE, TEMPLATES

ROOT_URLCONF = "bench.urls"
MIDDLEWARE = ["bench.middleware.Count", *MIDDLEWARE]
TEMPLATES[0]["DIRS"] = [CHECKOUT / "bench" / "templates"]
