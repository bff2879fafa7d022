from checks.page import PAGE, page


def test_the_page_of_the_checks_is_what_the_rules_say() -> None:
    assert page() == PAGE.read_text(encoding="utf-8")
