"""Chinese for tests, with everything in it that lines are hard to make of."""

SENTENCES = (
    "島上的渡輪每日清晨六時正開出，船程約24小時；乘客可於碼頭領取「航程手冊」，並在「第3號」櫃位登記。",
    "市集由2025年10月21日起延長9個月，攤販逾1,200名，佔全區（連同『夜市』）的37.5%。",
    "老人說：「霧散了！」孩子追着風箏跑過石階……圖書館的燈亮到深夜——讀者翻閱舊報紙，記錄潮汐與星辰。",
    "燈塔高12米，燈光每5秒閃1次，以timetable為準；詳見https://example.org/a/b?c=d&e=f。",
    "參加費用HK$100，65歲以上者半價；查詢可致電2123 4567或電郵ferry@example.org（星期一至五）。",
    "展品包括《海圖》《星表》〈潮汐〉三種，以及A·B兩組照片／底片；氣溫5～8℃，p < 0.05。",
    "船員John Smith曾任II型引擎的操作員，他說：「『不必急』。」眾人皆笑，遂於當晚啟程。",
)


def paragraph(number: int) -> str:
    """Return a paragraph of four sentences; each number has other ones."""
    return "".join(
        SENTENCES[(number * 3 + at * (1 + number % 2)) % len(SENTENCES)] for at in range(4)
    )
