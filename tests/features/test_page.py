from features.page import PAGE, page
from pressroom.house.tokens import FEATURES
from pressroom.testing.sample import every_node
from pressroom.writers.ledger import ledger


def test_the_page_of_the_features_is_what_the_ledgers_say() -> None:
    assert page() == PAGE.read_text(encoding="utf-8")


def test_the_ledger_accounts_for_each_feature_and_no_other() -> None:
    assert {entry.feature for entry in ledger(every_node(), {})} == FEATURES
