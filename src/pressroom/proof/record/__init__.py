"""The proof record: what was made, from what, with what, and that it says the same; for programs, and as a page for people."""

from pressroom.proof.record.changes import changes
from pressroom.proof.record.coding import read_record, write_record
from pressroom.proof.record.compose import Proved, record, sha256
from pressroom.proof.record.form import ArtifactFacts, Judgement, Picture, Record
from pressroom.proof.record.page import Pages, record_page
from pressroom.proof.record.thumbnails import thumbnails

__all__ = [
    "ArtifactFacts",
    "Judgement",
    "Pages",
    "Picture",
    "Proved",
    "Record",
    "changes",
    "read_record",
    "record",
    "record_page",
    "sha256",
    "thumbnails",
    "write_record",
]
