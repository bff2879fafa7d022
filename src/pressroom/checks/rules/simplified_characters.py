"""B108: simplified characters in a traditional edition, and the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule, at
from pressroom.diagnostics import Severity

_SIMPLIFIED = (
    "个业东义乐习书买产亲从们众会传伤伦伪侠侣侨俭债倾兰关兴养兽写军农冻净凉减凤凭击刘则刚创删别剂剑剧劝办务动劳势区医华协单卖卢"
    "卫厅历厉压厌县参双发变叙号叹吗启员响团园围国图圆场块坚坛坝坟坠垄垦墙壮声处备够头夺奋奖妇妈娱婴孙学宝实审宪宫宽宾对寻导寿"
    "将尔尘尝层属岁岂岛币师帐带帮广庆庐库应庙庞废开弃张弥弯弹强归当录彻忆忧态总恋恳恶恼悬惧惨惩惯愤懒戏战户执扩扫扬抚抛抢护报"
    "担拟拥择挡挣挥损换掷揽搀摄摆摇撑敌数断无旧时显晓暂术杀杂权条来杨枢枪树样档桥桦检楼榄横欢欧残毁毕汇汉汤沟没沪泪泽浅浆测济"
    "浓涛润涩渐渔温湾湿滚满滤滥滩灭灯灵灾炉点炼烁烂烛烟烦烧热爱爷牵状犹独狭狮猎猪玛环现珐琐电畅疗疟疮疯痪瘾皱盏盐监盖盘矫矿码"
    "砖础礼祸禅积称稳穷窃窝竞笔笼筹签简类粮紧纠红纤约级纪纯纱纲纳纵纷纸纹纽线练组细织终绍经结绕绘给络绝统继绩绪续维综绿缓编缘"
    "缩缴罗罚职联肃肠肤肿胀胁胆脉脏脑脓脚脱脸腾舆舰艰艺节芜苏药莱获莹营萧萨蓝虑虚虽虾蚀蚁蚂蛮补袜袭装裤见观规视览觉誉计订认讨"
    "让训议讯记讲许论设访证评识诈诉诊词译试诗诚话诞询该详语误说请诸读课谁调谅谈谋谢谨谱贝负贡财责贤败账货质贩贪贫购贮贯贵贷贸"
    "费贺贼资赋赌赏赐赔赖赚赛赞赠赢赵趋跃践踪车轨转轮软轰轻载较辅辆辈辉输辞边达迁过迈运还这进远违连迟选递逻遗邓邮邻郑酝酱释鉴"
    "针钉钓钟钢钥钩钱铁铃铅铜铝银铺链销锁锅锋错锡锦键锻镇镜长门闭问闲间闷闹闻阀阅阔队阳阴阵阶际陆陈险随隐难雏雾静韩韵页顶项顺"
    "须顾顿预领颇频颗题颜额风飘飞饥饭饮饰饱饲饼馆马驰驱驴驶驻驾骂骄验骗骤鱼鸟鸡鸣鸭鸿鹅鹰麦黄齐齿龄龙龟"
)
"""Characters of GB 2312 that Big5 has not: the commonest of those that were simplified."""
_CHARACTER = re.compile(f"[{_SIMPLIFIED}]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for line in manuscript.han_lines:
        if line.language.startswith("zh-Hant"):
            for match in line.search(_CHARACTER):
                hint = "write the traditional form"
                yield at(line, *match.span(), f"{match[0]} is a simplified character", None, hint)
        elif line.language.startswith("zh-Hans"):
            for match in line.search(_NOT_ASCII):
                if _is_traditional(match[0]):
                    hint = "write the simplified form"
                    message = f"{match[0]} is a traditional character"
                    yield at(line, *match.span(), message, None, hint)


def _is_traditional(char: str) -> bool:
    """Tell whether a character is among the 5,401 common ones of Big5, and not in GB 2312: what was simplified."""
    in_big5 = b"\xa4\x40" <= char.encode("big5", "replace") <= b"\xc6\x7e"
    return in_big5 and char.encode("gb2312", "ignore") == b""


RULE = Rule(
    "B108",
    "A traditional edition has no simplified characters, a simplified one no traditional",
    "One of them in a text betrays a quotation that was not converted. Which character is meant is not always certain.",
    Severity.WARNING,
    Repair.BY_HAND,
    Example("渔船都回來了。", ""),
    _look,
)
