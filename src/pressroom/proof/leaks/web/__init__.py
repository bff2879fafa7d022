"""What documents of the web that hold a release may be made of: XHTML and HTML, the package of a book, style sheets."""

from pressroom.proof.leaks.web.book import frame
from pressroom.proof.leaks.web.documents import documents, html_strangers
from pressroom.proof.leaks.web.sheets import book_sheet

__all__ = ["book_sheet", "documents", "frame", "html_strangers"]
