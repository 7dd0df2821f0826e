"""Whether a clause in which a body seems to act says something of another thing, or what was done.

Where no word of duty stands, the words behind a body tell its task only if they are what is said of
it, and if that is still to be done. They are not::

    市教育局表彰的项目，由承办单位报核。        what is said is said of the projects
    市级补助标准为每亩300元。                   of the rate
    健全政府主导、部门配合的工作机制。           they tell which mechanism
    通过政府给予补贴的方式，降低风险。            and which way
    市水利局先后多次开展检查。                   what was done
    各部门高度重视，提出了修改意见。
    领导小组下设办公室。                         how it is made up
    内部发送：办公厅，人事司。                   a list of addressees
    3.市应急局对下级的考核目标                   the title of an annex

Said of the body::

    市教育局编制年度计划，报市政府批准。
    建立信息披露制度，市医保局定期公布收支情况。
    市水利局将组织检查。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ontology import lexicon

if TYPE_CHECKING:
    from graph.extract.responsibilities.subjects import Subject
    from graph.grammar.sentences import Stretch

_FIRST_PREPOSITIONS: Final = "对在自于将把就从向根按依结会"
_COMES_NEXT: Final = (
    r"(?:统一|一律|均|都|原则上|可以?|应当?)?(?:由|按|依照|参照|适用|执行|要(?!求)|应|须|不得)"
)
_SPENT: Final = "(?:支出|费用|资金|经费|任务|补贴|补助|项目|物资)"
# 表彰的人才奖项，由…; 发放消费券的支出，市级财政按比例予以补助
_TOPIC: Final = re.compile(
    rf"[^，。；：]*的(?:[^，。；的]{{1,16}}，(?={_COMES_NEXT})"
    rf"|[^，。；的]{{0,6}}{_SPENT}，(?=[^，。；]{{2,24}}(?:给予|予以|承担|负担|要|应|按)))"
)
_MEASURE: Final = (
    "(?:数量|比例|标准|金额|总数|总额|人数|名额|期限|范围|经费|资金|目录|任务|方案|计划|费)"
)
_SAID_OF_MEASURE: Final = (
    r"(?=分别|控制|为(?!了)|不[超低少]|达到?|扩大|于\d|按|依照|优先|确保|原则上|由"
    r"|[^，。；]{0,3}(?:应|要|须))"
)
# 补助标准分别控制在, 教育经费优先保障, 实施方案于3月底前上报
_OF_A_MEASURE: Final = re.compile(
    rf"(?:实施(?=[方计])|(?P<work>[\u4e00-\u9fff]{{2,6}}?))(?:\d[^，。；]{{0,12}}?)?{_MEASURE}{_SAID_OF_MEASURE}"
)
# 推荐示范工程项目的数量原则上每个方向不超过5个
_HOW_MANY: Final = re.compile(rf"[^，。；：]{{2,30}}的{_MEASURE}{_SAID_OF_MEASURE}")
_LISTED_BELOW: Final = re.compile(
    r"[^，。；：]{0,12}(?:详?见(?:下|附|上)|如下)"
)  # 各区联系方式详见下表
_FRAME: Final = "(?:体制|机制|体系|格局|局面|模式|网络|方式|原则|要求|氛围|制度)"
_OPENS_FRAME: Final = re.compile(
    rf"(?:建立|健全|形成|构建|完善|实行|坚持|按照|遵循|通过|采取|营造|发挥)(?:(?!{_FRAME})[^。；])*$"
)
_CLOSES_FRAME: Final = re.compile(
    rf"[^。；]{{0,80}}的[^，。；的]{{0,16}}{_FRAME}(?=[，。；]|$)|[^。；“]{{0,30}}”的"
)
_DONE: Final = re.compile(
    "(?<![为除])了(?!解)|累计|多次|先后(?!顺序|次序)|[尚仍](?!未)[^，。；]{0,6}(?:不|存在)|尚[不未]|曾|已经|高度重视，"
)
_MADE_UP: Final = re.compile(
    "下设|内设|设在|设于|(?:扩大|增加|提高|减少)[到至]"
    "|(?!成立|组建|建立|设立)[^，。；]{0,60}为(?:总?召集人|成员|副?组长|主任|总?指挥)"
)
_CASE: Final = re.compile(
    r"(?:适用|参照|依照|按照)(?:本|前款|上述)[^，。；]{0,8}(?:执行)?[。；]$|的，视为|，适用"
    r"|，(?:按照|依照|依据)[^，。；]{2,40}进行[，。；]"
    r"|的，(?:由|[\u4e00-\u9fff、]{2,20}(?:应当|应|不得|可以))"
    r"|的，不[作予视再]|，是指"
    r"|时，[\u4e00-\u9fff、]{2,20}(?:应当|应|不得|必须)"
)
_ADDRESSED: Final = re.compile(r"(?:发送|抄送|主送|报送|抄报|印送)：[^。\n]*$")
_LISTED: Final = re.compile(r"(?:附件|附表|附)[：:]?|^\s*\d{1,2}\s*[.、．]", re.MULTILINE)
_TELEPHONE: Final = re.compile(r"\d{3,4}[-—－ ]?\d{7,8}|1\d{10}")
_LINE: Final = 40


def is_told_only(text: str, subject: Subject, sentence: Stretch, clause: Stretch) -> bool:
    """Tell whether the words behind a body are said of another thing, or tell what was done."""
    at = subject.said.start
    words = text[at : sentence.end]
    if _MADE_UP.match(words) or _DONE.search(words):
        return True
    if _CASE.search(text, subject.said.end, sentence.end) or _is_listed(text, subject, sentence):
        return True
    return _is_of_a_thing(text, subject, sentence, clause) or _is_framed(text, subject, sentence)


def _is_of_a_thing(text: str, subject: Subject, sentence: Stretch, clause: Stretch) -> bool:
    """Whether the act is the attribute of what is said to be so: 表彰的项目，由…, 补助标准为…."""
    name_end = subject.names.names[-1].end
    if _LISTED_BELOW.match(text, name_end, clause.end):
        return True
    measure = _OF_A_MEASURE.match(text, name_end, clause.end)
    if measure and (not measure["work"] or _is_work(measure["work"])):
        return True
    said = text[subject.said.start : subject.said.start + 2]
    if said[:1] in _FIRST_PREPOSITIONS and said != "会同":
        return False
    return bool(
        _TOPIC.match(text, subject.said.end, sentence.end)
        or _HOW_MANY.match(text, name_end, clause.end)
    )


def _is_framed(text: str, subject: Subject, sentence: Stretch) -> bool:
    """Whether the act tells which mechanism, way or principle is meant."""
    ahead = text[sentence.start : subject.start]
    framed = _OPENS_FRAME.search(ahead) or "“" in ahead[ahead.rfind("”") + 1 :]
    return bool(framed and _CLOSES_FRAME.match(text, subject.said.start, sentence.end))


def _is_work(words: str) -> bool:
    """Whether words before a measure name the work that it is for: 补助标准, 教育经费, 实施方案."""
    return words.endswith(tuple(lexicon.written("agency-words", "field-of-work")))


def _is_listed(text: str, subject: Subject, sentence: Stretch) -> bool:
    """Whether a body stands in a list of addressees, of contacts or of annexes."""
    line = text[max(text.rfind("\n", 0, subject.start) + 1, subject.start - _LINE) : subject.start]
    if _ADDRESSED.search(line):
        return True
    words = text[sentence.start : sentence.end].rstrip()
    if words.endswith(("。", "；", "：", ":")):
        return False
    return _TELEPHONE.search(words) is not None or _LISTED.search(line + words) is not None
