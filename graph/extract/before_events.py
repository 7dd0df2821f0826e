"""Times before something that happens: a deadline without a date.

Forms read::

    在迁出前申报、应当在开工前备案               before what is done
    车辆驶离前，押运员应当…、离店前应当结清      what happens begins the clause
    在迁出前30日告知、会议召开前5个工作日        so long before it
    有效期届满30日前、租赁期届满2个月前          the length of time first
    合同期满前一个月

No event is before: 目前, 此前, 日前, 学前教育, 税前扣除, 岗前培训, 院前急救, 前三名, 期前,
no place: 在药名之前写出, and nothing is due by what something is till then: 在启用前属机密事项.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_N = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3}|半)[ ]?"
_LENGTH = rf"{_N}(?:个?工作日|个?自然日|个?小时|日|天|周|个月|年)"
_HAN = "[\u4e00-\u9fff]"
# No 当前, 目前, 税前 and the like, and none of 前期, 前三名
_BEFORE = (
    r"(?<![年月日底末目此以当税眼面跟从空岗学产婚课术提超事生史赛先往朝向靠门庭饭餐睡称院])"
    r"(?:之)?前"
)
_NOT_BEFORE = (
    r"(?![期提款述列置端沿后身往来景途屋写标注加冠])"
    r"(?!第?[一二三四五六七八九十\d]{1,3}[名位家个款项条])(?!均?(?:属于?|为|是)[\u4e00-\u9fff])"
)
_AHEAD = rf"{_BEFORE}的?(?:{_LENGTH}(?:以?内)?)?"
_RUNS_OUT = r"(?:期限)?(?:届满|期满|到期|终止)(?:之日)?"
_MUST = r"(?:应当?|须|必须|要(?!求)|不得)"
_DUTY = (
    rf"(?:{_MUST}|可以?|均|由|向|需|申报|申请|办理|报|提交|告知|通知|缴清|注销|备案|公告|公示|完成"
    r"|书面|组织|进行|对|将|把)"
)
EVENT: Final = re.compile(
    rf"""
    (?=[期届到终合同在应须必于])(?:                                   # what all of them begin with
      (?<!每){_RUNS_OUT}的?{_LENGTH}(?:之|以)?前                             # 届满30日前
    | (?<![此日目])合?同?{_RUNS_OUT}{_AHEAD}                          # 合同期满前一个月
    | (?:在|应当?于|须于|必须在|于)(?![此目之以事年月日面跟])
      {_HAN}{{1,12}}?(?:
        {_AHEAD}{_NOT_BEFORE}(?=，|{_HAN})                            # 在迁出前30日告知
        |(?<![前后内])(?<!\d){_LENGTH}(?:之|以)?前(?=，|{_HAN})      # 应当在举办活动20日前报告
      )
    )
    """,
    re.VERBOSE,
)
# 车辆驶离前，押运员应当…, at the beginning of a clause
OPENING: Final = re.compile(
    rf"[“（　 ]*(?![此目之以事年月日提并在])(?:(?![应须在于]){_HAN}){{2,12}}?{_AHEAD}"
    rf"(?={_DUTY}|，[^，。；]{{0,16}}?{_MUST})"
)


def find_events(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where a clause says that something is due before another thing happens.

    >>> text = "许可证有效期届满30日前，应当申请延续"
    >>> [text[start:end] for start, end in find_events(text, 0, len(text))]
    ['届满30日前']
    """
    if text.find("前", start, end) < 0:
        return
    opening = OPENING.match(text, start)
    if opening and opening.end() <= end:
        yield opening.span()
    for match in EVENT.finditer(text, start, end):
        if opening is None or match.start() >= opening.end():
            yield match.span()
