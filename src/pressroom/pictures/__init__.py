"""Pictures from outside: checked by content, cleaned of what must not leave the house."""

from pressroom.pictures.picture import Picture, PictureError
from pressroom.pictures.read import read_picture

__all__ = ["Picture", "PictureError", "read_picture"]
