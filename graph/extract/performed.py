"""What an act does to other documents by its own words: it repeals, amends or hands them on.

Only what the act itself does counts. What others did or shall do to a document (国务院废止了《A》,
推动修订《B》), what tells when (《C》废止前) and what takes a part away (《D》中关于…的规定) is no
deed.

Forms read::

    《A》、《B》同时废止。原《A》自本办法施行之日起停止执行。     behind the list
    决定废止《A》; 决定对以下2件规章予以废止：⏎一、《A》         before it
    决定对《A》作如下修改：; 《A》第三条中的“甲”修改为“乙”       in other words
    我部对《A》进行了修订                                      by the author of the act
    省财政厅修订了《A》。现将修订后的文件印发                   and hands the new text on
    现将《A》、《B》印发给你们; 《A》已经省政府同意，现转发      handed to those who receive it
    现发布《A》                                                made known
    《A》、《B》以及其他与本办法不一致的规定，一律废止           with what nobody names
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.citation_words import ITEM_LABEL, words
from graph.model import Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.extract.mentions import Mention

_REACH_BEFORE, _REACH_BEHIND = 240, 400  # characters looked at on either side of a list
_HISTORY = (  # 1987年3月28日市人民政府发布、1997年12月31日修正的
    r"[^。；《》]{0,80}?(?:发布|公布|颁布|颁发|印发|下发|通过|批准|制定|修正|修订|修改|转发|批转"
    r"|实施|施行)的"
)
_NAMES = r"[^，。；：《》（）\n]{0,30}"
# What stands between two documents of one list: 、, the label of the next item, what it was.
LINK = re.compile(
    rf"[ \n]*(?:[、；，]|和|及|与|以及|并|或者?|暨)[ \n]*{ITEM_LABEL}[ ]*(?:{_HISTORY}|原?)"
    rf"|[ \n]*{ITEM_LABEL}[ ]*"
    rf"|[ \n]*(?:[、；]|和|及|与|以及|暨)[ \n]*原?{_NAMES}"
)
_DOCUMENTS = "(?:文件|规章|法规|法律|通知|条例|办法|制度|政策)"
# Of the words that announce a list, 通知如下： and 做好以下工作： announce no documents.
_ANNOUNCED = (
    rf"(?:废止|失效|修改|印发|转发|依据|根据|(?:以下|下列)[^。；，：《》]{{0,24}}?{_DOCUMENTS}"
    rf"|{_DOCUMENTS}(?<!通知)[^。；，：《》]{{0,12}}?如下)[^。；，：《》]{{0,24}}："
)
ANNOUNCING = re.compile(_ANNOUNCED)  # a list of documents behind it
ENDS_ANNOUNCING = re.compile(rf"{_ANNOUNCED}[ \n]*$")
_SUM = r"(?:等[^，。；：《》]{0,24})?"
_OTHERS = (  # 以及其他有关规定与本办法不一致的，
    r"[，、 ]?(?:和|及|以及|与|连同)?(?:其[他它]|此前|以前|以往|过去)[^。；：《》]{0,40}?"
    r"(?:规定|文件|政策|通知|办法|制度)(?:(?:中)?[与同凡][^。；：《》]{2,30}?的)?，?"
)
_WHEN = r"(?:，?自[^，。；《》]{1,30}?(?:之日起|时起|日起|起|之日|后))?，?"
_ADVERBS = (
    r"(?:决定|现|现予|同时|即行|一并|均|都|予以|自行|相应|随之|立即|即|全部|宣布|正式|并|也|亦"
    r"|一律)*"
)
_ENDS = r"(?=[。；，、！）：\n]|并|$)"
_LASTING = re.compile("废止|作废")  # an article of a document can end so, not only rest
_MEANT = re.compile(r"决定|现|同时|宣布|一并|起，?$|特|即日|予以")
_AT_ONCE = "不再"  # 不再执行《A》 needs no 决定
# 《民法典》自2021年1月1日起施行，《收养法》同时废止: the other act's doing, unless it is 本办法.
_BY_ANOTHER = re.compile(
    r"[^，。]{0,16}(?:施行|实施|生效|公布|颁布|出台|发布|印发|下发|废止|通过)[^，。]{0,12}[，、]?"
    r"[^，。]{0,12}$"
)
_OURS = re.compile(
    r"本(?:办法|规定|条例|细则|通知|意见|决定|方案|规则|法|标准|公告|令|制度|文|政策|通告|措施|指南"
    r"|规范)"
)
_ONE_PART = re.compile(r"[ ]?(?:中(?!的?第)|里|的(?!通知|决定)|有关|部分|关于)")
_OBJECT = re.compile(r"对[^，。；：《》\n]{0,20}$")
_BY_ITSELF = re.compile(
    r"(?:我[部局委厅办省市县区院署会行]|我们|本[部局委厅机办会]|经[^，。]{2,20}(?:研究|同意|批准))"
    r"[^，。；]{0,10}，?$"
)
# 原市依法行政领导小组印发的《A》: the words of a name are no task.
_ATTRIBUTE = re.compile(
    r"(?:(?<=^)|(?<=[起原月日年并和]))(?!.*(?:[将把对要]|应当?))[^，。；：《》]{2,40}"
    r"(?:印发|发布|公布|颁布|颁发|制定|制订|转发|批转|下发|出台|批准)的$"
)
_DRAFTED = re.compile(r"[^。]{0,30}(?:形成|起草)[^。]{0,60}(?:草案|征求意见稿|送审稿)")
_HIGHER = re.compile(  # 国务院决定废止《A》 is no deed of a city
    r"(?<!经)(?:国务院|全国人大|全国人民代表大会|党中央|中共中央)(?=[^，。；]{0,12}(?:决定|公布))"
)
_BY_THIS = re.compile(r"根据本(?:决定|令)[^。；《》]{0,12}$")  # 根据本决定，《A》作相应修改
_DECIDING = re.compile("决定|现")
_BY_IT = re.compile(r"(?:已经?|业已)?被[^，。；]{0,80}$")  # 已被…通过的《B》废止
# 第七条中的“《A》第四十八条”修改为…: words of the article, and no document that is changed.
_WORDS_OF_AN_ARTICLE = re.compile(r"(?:[条款项目附件表]|“[^”]*”[、和])中?的?“[^”]*$|“[^”]{0,60}$")
_OBJECT_OF_OPERATION = re.compile(
    r"(?:将|把|^|[。；，\n])(?:(?!根据|依据|按照|依照|参照|违反)[^，。；]){0,16}$"
)
_PLACE_IN_IT = re.compile(r"[ ]?(?:第|附件|序言|名称|标题|中|的?题注)")
_DELETING = re.compile(r"(?:删去|删除)$")
_HANDING = re.compile(r"(?:现|特|兹)(?:予|再次|重新)?(?:将|把)[^，。；]{0,60}$")
_SUBJECT = re.compile(r"(?:^|[。；，\n：])[^，。；：《》]{0,200}$")
_GOVERNED = re.compile(r"(?:按照|根据|依据|贯彻|落实|参照|对|遵照|执行|收到|按)[^，。；]{0,40}$")
_CLAUSE_END = re.compile(r"[。；\n]|(?<!起)，")
_TASK_WITHIN = 14  # characters before a verb in which a task is told: 推动修订《A》
_SHORT_TASK_WITHIN = 3  # of one character: 应废止《A》


@dataclass(frozen=True, slots=True)
class Act:
    """What the document at hand is.

    ``decides`` where its title says that it ends or changes others, ``issues`` in the words before
    the provisions, which can hand texts on. ``explains`` where it is no act but tells of one
    (起草说明). ``issuer`` tells what a higher body decides from what it decides itself.
    """

    decides: bool = False
    issues: bool = True
    explains: bool = False
    issuer: str = ""


@dataclass(frozen=True, slots=True)
class _Around:
    """The words before a list of documents and behind it, in one sentence."""

    pre: str
    post: str
    beyond: str  # behind it and on into the next sentence
    told: bool  # another document is named before it
    articles: bool  # articles are named, not whole documents

    @property
    def clause(self) -> str:
        """The words before the list since the last mark."""
        return _CLAUSE_END.split(self.pre)[-1]


def performed(
    text: str, start: int, end: int, listed: Sequence[Mention], act: Act, earlier: Mention | None
) -> Relation | None:
    """Return what the act does to the documents of a list in the sentence between the offsets.

    ``earlier`` is the mention before the list in the same sentence.
    """
    first, at = listed[0].start, listed[-1].reach
    behind = min(end, at + _REACH_BEHIND)
    around = _Around(
        pre=text[max(earlier.reach if earlier else start, first - _REACH_BEFORE) : first],
        post=text[at:behind],
        beyond=text[at : behind + 120],
        told=earlier is not None,
        articles=any(mention.articles for mention in listed),
    )
    if act.explains:
        return None
    if _HIGHER.search(around.pre) and not _HIGHER.search(act.issuer):
        return None
    if _repealed_behind(around) or _repealed_before(around, act):
        return Relation.AMENDS if around.articles else Relation.REPEALS
    if not _is_task(around.clause) and _amends(around, act):
        return Relation.AMENDS
    return Relation.FORWARDS if act.issues and _hands_on(around) else None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return the patterns that hold words of the scheme, by what they find."""
    repeal, amend, issue = words("repeal"), words("amend"), words("issue")
    made = r"(?:作|做|进行|予以|作出|做出|作了|进行了|做了|作出了|做出了)"
    of_it = r"(?:的?(?:部分|有关|个别|相关|若干|等)?(?:条款|内容|条文|规定|条目|附件|附表)*)?"
    return {
        name: re.compile(pattern)
        for name, pattern in {
            # 《A》等3件规章自本决定施行之日起，同时废止。
            "repealed": rf"[ \n]*{_SUM}(?:{_OTHERS})?(?:及其?[^，。；《》]{{1,16}}?)?"
            rf"{_WHEN}{_ADVERBS}{repeal}{_ENDS}",
            # 现决定废止以下规章：1.《A》
            "repealing": rf"(?P<before>[^。；]*?)(?P<verb>{repeal})(?!理由|原因|依据|日期|时间)了?"
            rf"(?P<list>[^。；《》]{{0,30}}?)：?[ \n]*{ITEM_LABEL}[ ]*(?:{_HISTORY}|{_NAMES})$",
            # 对《A》部分条款作如下修改
            "amended": rf"{_SUM}{of_it}{made}(?P<how>如下|以下|部分|相应|适当)?的?{amend}(?!完善)",
            # 《A》根据本决定作相应修改，重新公布
            "amended by this": rf"[^。；《》]{{0,20}}根据本(?:决定|令)[^。；，]{{0,12}}{amend}",
            # 决定对下列规章作如下修改：⏎一、《A》
            "amending list": r"(?:下列|以下)[^。；，：]{0,24}(?:作|做|予以|进行)[^。；，：]{0,8}"
            rf"{amend}[^。；：]{{0,8}}：[ \n]*{ITEM_LABEL}$",
            "amending": rf"(?:决定|现)(?:对)?{amend}{_NAMES}$",
            "amending item": rf"(?:^|[，。；\n]|{ITEM_LABEL}){amend}$",
            # 现将《A》修改如下：
            "amended so": rf"[ ]?(?:作|做|予以)?出?{amend}(?:内容)?(?:如下|为)?：",
            # 《A》第三条中的“甲”修改为“乙”
            "operated": r"[^，。；《》“]{0,60}"
            r"(?:“[^”\n]{1,200}”[^，。；《》“]{0,12}(?:、“[^”\n]{1,200}”)?)?[^，。；《》“]{0,12}"
            r"(?:(?:修改|修正|修订|调整|替换|表述|改|变更)为|删去|删除"
            r"|增加(?:一|二|两|三|\d|“)|作如下修改)",
            # 现将《A》、《B》印发给你们
            "handed": rf"{_SUM}(?:予以|正式|一并|全文|联合|原文|重新|再次|予)*{issue}"
            r"(?=给|至|各|你|施行|实施|执行|，|。|如下|贯彻|$)",
            # 现发布《A》
            "making known": rf"(?:^|[，。；：\n ])(?:现|特|兹)(?:予以?|决定|正式|重新|特)*{issue}"
            rf"(?:施行|实施)?{_NAMES}$",
            # 重新修订了《A》。现将修订后的文件印发给你们
            "revising": rf"(?<![拟])(?:修订|修改|修正)(?:完善)?了{_NAMES}$",
            "now issued": r"(?:，[^。；《》]{0,12}《[^《》\n]{2,60}》)?[^。；《》]{0,30}[，。；]?"
            rf"[^。；《》]{{0,20}}?现[^。；《》]{{0,30}}?{issue}",
            # 《A》已经省政府同意，现转发给你们
            "now handed": rf"(?:（[^（）]*）)?{_SUM}[^。；《》]{{0,80}}[，。]?(?:现|特此|特)"
            rf"(?:予以?|将其|正式|一并|联合|重新)*{issue}(?!的|后|以来|情况)",
            "task": words("task"),
        }.items()
    }


def _repealed_behind(around: _Around) -> bool:
    behind = _patterns()["repealed"].match(around.post)
    if behind is None or _ONE_PART.match(around.post):
        return False
    if around.articles and not _LASTING.search(behind.group()):
        return False
    if _BY_IT.search(around.clause):
        return False
    by_another = around.told and _BY_ANOTHER.search(around.pre) and not _OURS.search(around.pre)
    return not by_another and not _is_task(around.clause)


def _repealed_before(around: _Around, act: Act) -> bool:
    found = _patterns()["repealing"].search(around.pre)
    if found is None or around.articles or _ONE_PART.match(around.post):
        return False
    clause = _CLAUSE_END.split(found["before"])[-1]
    if found["list"].startswith("的") or _is_task(clause):
        return False
    meant = _MEANT.search(found["before"][-24:]) is not None
    return act.decides or meant or (not clause and found["verb"].startswith(_AT_ONCE))


def _amends(around: _Around, act: Act) -> bool:
    found = _patterns()
    pre, post = around.pre, around.post
    if _WORDS_OF_AN_ARTICLE.search(pre):
        return False
    if found["amending list"].search(pre):
        return True
    if _OBJECT.search(pre):
        behind = found["amended"].match(post)
        drafted = behind and _DRAFTED.match(post, behind.end())
        own = act.decides or _DECIDING.search(pre) or _BY_ITSELF.search(pre[: pre.rfind("对")])
        means_it = own or (behind and behind["how"] in {"如下", "以下"})
        if behind and not means_it:
            means_it = found["now issued"].match(around.beyond, behind.end())
        return bool(behind and means_it and not drafted)
    changed = (
        found["amended by this"].match(post)
        or (_BY_THIS.search(pre) and found["amended"].match(post))
        or found["amending"].search(pre)
        or found["amended so"].match(post)
        or (act.decides and found["amending item"].search(pre))
        or (found["revising"].search(pre) and found["now issued"].match(around.beyond))
    )
    return bool(changed) or _operates(around, act)


def _operates(around: _Around, act: Act) -> bool:
    """Whether words are put in, taken out or changed in the document, or in an article of it."""
    if around.articles and _DELETING.search(around.pre):
        return True
    in_it = around.articles or act.decides or _PLACE_IN_IT.match(around.post)
    return bool(
        in_it
        and _patterns()["operated"].match(around.post)
        and _OBJECT_OF_OPERATION.search(around.pre)
    )


def _hands_on(around: _Around) -> bool:
    if _HANDING.search(around.pre) and _patterns()["handed"].match(around.post):
        return True
    if _patterns()["making known"].search(around.pre) and not around.post.startswith("的"):
        return True
    if not _SUBJECT.search(around.pre) or _GOVERNED.search(around.pre):
        return False
    return _patterns()["now handed"].match(around.beyond) is not None


def _is_task(clause: str) -> bool:
    """Whether the words before a verb say that others shall do it, do it, or did it."""
    near = _ATTRIBUTE.sub("", clause)[-_TASK_WITHIN:]
    return any(
        len(task.group()) > 1 or len(near) - task.end() <= _SHORT_TASK_WITHIN
        for task in _patterns()["task"].finditer(near)
    )
