"""Photos come out upright, small, and without where they were taken."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from groeimodel.foundation.files.pictures import MOST_PIXELS, made_anew
from groeimodel.foundation.files.tests.kit import photo


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_of_the_camera_is_left(kind: str) -> None:
    before = photo(kind=kind)
    with Image.open(BytesIO(before)) as image:
        assert image.getexif().get_ifd(0x8825), "the photo of the test has a place"
    made = made_anew(BytesIO(before))
    for content in (made.content, made.thumb):
        with Image.open(BytesIO(content)) as image:
            assert not image.getexif()
            assert not {"exif", "xmp", "icc_profile", "comment"} & set(image.info)
        assert b"Telefoon" not in content


def test_it_is_made_smaller_with_a_thumbnail() -> None:
    made = made_anew(BytesIO(photo(3000, 1500)))
    assert (made.width, made.height) == (2000, 1000)
    with Image.open(BytesIO(made.thumb)) as image:
        assert image.size == (480, 240)


def test_a_small_one_is_not_blown_up() -> None:
    made = made_anew(BytesIO(photo(40, 20)))
    assert (made.width, made.height) == (40, 20)


def test_it_is_put_upright_before_the_sign_for_that_goes() -> None:
    """A quarter turn clockwise: what was left (red) is then at the top."""
    made = made_anew(BytesIO(photo(400, 200, turned=True)))
    assert (made.width, made.height) == (200, 400)
    with Image.open(BytesIO(made.content)) as image:
        red, _green, blue = image.convert("RGB").getpixel((100, 10))  # type: ignore[misc]
    assert red > 200 > 60 > blue


def test_see_through_stays_see_through() -> None:
    out = BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(out, "PNG")
    made = made_anew(BytesIO(out.getvalue()))
    with Image.open(BytesIO(made.content)) as image:
        assert image.mode == "RGBA"
        assert image.getpixel((5, 5))[3] == 0  # type: ignore[index]


@pytest.mark.parametrize("side", [8001, 20_000])
def test_a_picture_that_would_fill_the_memory_is_refused(side: int) -> None:
    assert side * side > MOST_PIXELS
    out = BytesIO()
    Image.new("1", (side, side)).save(out, "PNG")
    assert len(out.getvalue()) < 100_000
    with pytest.raises(ValidationError):
        made_anew(BytesIO(out.getvalue()))


def test_half_a_photo_is_refused() -> None:
    with pytest.raises(ValidationError, match="opnieuw als JPG"):
        made_anew(BytesIO(photo(400, 200)[:900]))
