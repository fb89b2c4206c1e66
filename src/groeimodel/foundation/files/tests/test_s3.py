"""The same on S3-compatible storage: a server of moto on loopback."""

from collections.abc import Iterator

import boto3
import pytest
from django.test import Client, override_settings
from django.urls import reverse
from moto.server import ThreadedMotoServer
from pytest_django import DjangoCaptureOnCommitCallbacks

from groeimodel.filestore import file_store
from groeimodel.foundation.files import services, storing
from groeimodel.foundation.files.tests.kit import pdf, photo, upload
from groeimodel.foundation.testing.cast import Cast

# The library of Amazon itself: what it warns of is not ours to mend.
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture
def bucket() -> Iterator[str]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    client = boto3.client(
        "s3",
        endpoint_url=f"http://{host}:{port}",
        aws_access_key_id="sleutel",
        aws_secret_access_key="ge/heim",
        region_name="us-east-1",
    )
    client.create_bucket(Bucket="groeimodel")
    yield f"s3://sleutel:ge%2Fheim@{host}:{port}/groeimodel?tls=0"
    server.stop()


def test_kept_read_listed_and_removed(
    cast: Cast,
    bucket: str,
    tmp_path: object,
    client: Client,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with override_settings(STORAGES={"files": file_store(bucket, None)}):  # type: ignore[arg-type]
        paper = services.keep(subject=cast.partnership, upload=upload(pdf(), "a.pdf"), actor=cast.bram)
        picture = services.keep(subject=cast.partnership, upload=upload(photo(), "b.jpg"), actor=cast.bram)
        assert set(storing.everything()) == {paper.path, picture.path, picture.thumb}
        client.force_login(cast.celia)
        answer = client.get(reverse("files:document", args=["testland", paper.pk]))
        assert b"".join(answer) == pdf()
        with django_capture_on_commit_callbacks(execute=True):
            services.remove(document=picture, actor=cast.bram)
        assert set(storing.everything()) == {paper.path}


@pytest.mark.parametrize("wrong", ["s3://alleen-een-emmer", "https://a:b@c/d", "s3://a:b@c/d/e", "ergens"])
def test_another_address_is_refused_without_repeating_it(wrong: str) -> None:
    with pytest.raises(ValueError, match="GROEIMODEL_FILES") as error:
        file_store(wrong, None)  # type: ignore[arg-type]
    assert wrong not in str(error.value)
