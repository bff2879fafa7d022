import re
from pathlib import Path

from pressroom import edition
from pressroom.edition.codes import EDITION


def test_every_code_that_is_reported_is_in_the_table_and_no_other() -> None:
    (folder,) = edition.__path__
    modules = [path for path in Path(folder).glob("*.py") if path.name != "codes.py"]
    used = {
        code
        for path in modules
        for code in re.findall(r'"([A-Z]\d{3})"', path.read_text(encoding="utf-8"))
    }
    assert set(EDITION) == used
