from measure.effort import calls
from pressroom.readers.compose import make_source
from pressroom.readers.pasted import read_pasted
from readers.any_text import lost, text_of
from readers.plain import plain_house

PARAGRAPH = "海風很大,漁 船(12艘)在2025年回來了：「好」；*student* [x](y) https://a.example/b_c 5~10 說,\n還有har-\nbour。\n\n• one\n• two\n\nIt is so\nlong.\n\f1\f"


def test_no_character_of_any_text_goes_without_a_word() -> None:
    for seed in range(60):
        missing = lost(text_of(seed))
        assert not missing, (seed, missing)


def test_the_work_of_importing_grows_with_the_length() -> None:
    def work(times: int) -> int:
        return calls(lambda: make_source(read_pasted(PARAGRAPH * times), plain_house(), "any"))

    work(5)
    assert work(160) < 10 * work(20)


def test_a_line_of_one_kind_of_character_is_no_trap() -> None:
    for char in "*_[]()<>`~^#-. aA1海，\n\f\t":
        made = [calls(lambda n=n, c=char: lost("A\n\n" + c * n)) for n in (200, 200, 1600)]
        assert made[2] < 12 * made[1] + 1000, char
