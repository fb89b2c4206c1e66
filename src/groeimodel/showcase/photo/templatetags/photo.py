"""The code of a link, to scan."""

from django import template
from django.conf import settings
from django.utils.safestring import SafeString

from groeimodel.gauge.scan.qr import qr_svg
from groeimodel.showcase.photo.models import Photo

register = template.Library()


@register.simple_tag
def link_code(photo: Photo) -> SafeString:
    """A QR code of the whole address."""
    return qr_svg(f"{settings.PUBLIC_URL}{photo.get_absolute_url()}")
