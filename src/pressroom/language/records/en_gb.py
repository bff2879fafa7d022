"""English as it is written in Britain; Hong Kong follows it in all that a release needs."""

from __future__ import annotations

from dataclasses import replace

from pressroom.language.records import en_hk

RECORD = replace(en_hk.RECORD, tag="en-GB", latin="en-GB")
