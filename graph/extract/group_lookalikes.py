"""What holds the words of a group and means another thing, or other persons.

Forms read::

    残疾人联合会, 学生学籍管理平台          a body, the name of a thing
    享受小微企业扶持政策                    what others have, by the name of those it was made for
    享受与城镇居民统一的公共服务            whose equals others are
    已转制为企业的机构                      what something becomes
    退役士兵子女, 企业退休人员              other persons than the group
    青年医务人员                            whom a word of age only describes
    参保人数, 占企业总数的                  how many there are
    投资设立合伙企业                        what somebody founds
    援助卡持证人                            holders of another paper than the residence permit
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from graph.extract.entitlement_words import alternatives, pattern, written
from ontology import lexicon

_OF_THEM = re.compile(r"技术人员|村官|志愿者|创业者|工匠|人才|带头人|干部")  # 大学生村官, 青年人才
_FIRM = re.compile("企业(?!家)")
_JOINING = "投靠"
_VISITED = re.compile(r"(?<![引推促改先])进$")  # 进园区、进企业: a place
_RELATIVES = re.compile(
    r"(?:(?<=家庭)(?:人员|毕业生|学生)|家庭成员|家庭(?![经教医病农困])|的?(?:子女|家属|遗属|配偶|近亲属|直系亲属|亲属|父母|家长|监护人))"
)
# 破产改制企业退休人员: another group than the enterprise
_STAFF = re.compile(
    r"(?:离?退休人员|离休人员|下岗职工|失业人员|经营者|从业人员|一线职工|职工|员工)"
)
# 为残疾人建设康复中心: what is done for somebody is no name of theirs
_GOVERNED = re.compile(r"(?:为|向|给|对|帮助|方便|便于)$")
# 享受小微企业扶持政策, 执行居民价格: what others have, by the name of those it was made for
_HAD_BY_OTHERS = re.compile(
    r"(?:享受|参照|比照|执行|适用)(?:国家|同等|相关|有关|现行|[省市]级?)?(?:的)?$"
)
_POLICY = re.compile(r"等?[^，。；、的]{0,10}?(?:政策|优惠|价格|税率)")
_NO_NAME = re.compile(r"[的在对可应须为向和与由将把给到持凭被让、或]")
_NAME_ENDS = r"(?!城区|城市|城镇|镇|村|组织|校区|改革|[者人员])"
_BODY_BEGINS = frozenset("事工服管就权主监局厅联协领办委部基")
_COMPARED, _EQUAL = re.compile("[与同和跟]$"), re.compile("统一|同等|相同|平等|一样|一致|均等")
_STAFF_END, _WAGES = "员工", re.compile("资(?![格质料助源金本产])|龄|种|作(?![为出])")
_YOUNG = ("青年", "女性")
# 退役军人事务局, 残疾人联合会: a body for a group names the body.
_BODY = re.compile(
    "(?:事务|工作|服务|管理|就业|权益|主管|监管)*(?:事务(?=[、，和])|局|厅|联合会|协会|领导小组|办公室|委员会|部门|基金会)"
)
_HOW_MANY = re.compile("数(?![据字码学控智治百千十万名家])")  # 参保人数, 企业数
# 占企业总数的, 投资设立合伙企业: a share of them, what somebody founds
_COUNTED_OR_FOUNDED = re.compile(
    r"(?<![侵强抢霸挤])占(?:该|其|本|全部|所在)?$"
    r"|(?<!新)投资(?:设立|兴办|创办|开办)(?:[^，。；：的]{2,20}、)?(?:合伙|独资|个人独资|个体独资)?$"
)
_NEAR = 40  # characters before a group that tell what is said of it
_OFFICERS = "执法人员"
_HOLDER, _PERMIT = "持证人", "居住证"
_PAPER = re.compile("[卡证照书]$")
NONE = ""  # the key of a word that only holds the characters of a group


@cache
def _bodies() -> frozenset[str]:
    return frozenset(lexicon.collections("groups")["组织"])


@cache
def _other_name() -> re.Pattern[str]:
    return re.compile(lexicon.alternatives("measure-words", "not-a-group"))


@cache
def _other_begins() -> frozenset[str]:
    return frozenset(form[0] for form in lexicon.written("measure-words", "not-a-group"))


def names_another(text: str, at: int) -> bool:
    """Whether a body or a thing is named where a group ends: 残疾人联合会, 学生学籍管理平台."""
    letter = text[at : at + 1]
    if letter in _BODY_BEGINS and _BODY.match(text, at):
        return True
    return letter in _other_begins() and _other_name().match(text, at) is not None


@cache
def _name() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<words>(?:[\u4e00-\u9fff]|（[\u4e00-\u9fff]{{1,6}}）){{0,10}}?)(?:{alternatives('name-head')}){_NAME_ENDS}"
    )


@cache
def _goes_on() -> re.Pattern[str]:
    """Return a pattern of what shows that a sentence, and no name, goes on behind a group."""
    return re.compile(f"{_NO_NAME.pattern}|{alternatives('group-verb')}")


@cache
def _verbs() -> tuple[str, ...]:
    words = lexicon.concepts("agency-words")
    nouns = written("group-noun")
    return tuple(sorted((words["verb"].written | words["act"].written) - nouns))


def is_none(text: str, start: int, group: str, first: int, last: int) -> bool:
    """Whether the words are none of a group: 非企业, 被申请人, 企业年金, 残疾人联合会."""
    if group == NONE or (first > start and text[first - 1] in "非被预"):
        return True
    if _by_what_stands_before(text, start, first, last) or _HOW_MANY.match(text, last):
        return True
    if text.startswith(_HOLDER, first) and not _of_permit(text, start, first):
        return True
    if text.endswith(_STAFF_END, first, last) and _WAGES.match(text, last):
        return True  # 药品检查员工资: the wages of 检查员
    if group not in _bodies() and _FIRM.match(text, last):  # 港澳青年企业
        return True
    return names_another(text, last)


def _by_what_stands_before(text: str, start: int, first: int, last: int) -> bool:
    """Whether words before a group tell that others are meant."""
    if _VISITED.search(text, start, first) or _became().search(text, start, first):
        return True
    if _COUNTED_OR_FOUNDED.search(text, max(start, first - _NEAR), first):
        return True
    if _COMPARED.search(text, start, first) and _EQUAL.match(text, last):
        return True  # 享受与城镇居民统一的公共服务
    return bool(_POLICY.match(text, last) and _HAD_BY_OTHERS.search(text, start, first))


@cache
def _fields() -> re.Pattern[str]:
    return pattern("office-field", before="(?:", behind=")+$")


def whole_start(text: str, start: int, first: int) -> int:
    """Return where the name of officers begins, with the field they enforce: 卫生执法人员."""
    if not text.startswith(_OFFICERS, first):
        return first
    field = _fields().search(text, max(start, first - _NEAR), first)
    return field.start() if field else first


def _of_permit(text: str, start: int, first: int) -> bool:
    """Whether 持证人 is who holds the permit that the text has named, and no other paper."""
    return first > _named_from(text) >= 0 and not _PAPER.search(text, start, first)


@lru_cache(maxsize=4)
def _named_from(text: str) -> int:
    return text.find(_PERMIT)


def another(text: str, group: str, first: int, last: int, end: int) -> re.Match[str] | None:
    """Return the words by which others than the group are meant: its children, its staff."""
    of_somebody = not text[first:last].endswith(_JOINING)
    other = _RELATIVES.match(text, last, end) if of_somebody else None
    if not other and group in _bodies():
        other = _STAFF.match(text, last, end)
    if not other and not text[first:last].endswith(("员", "者", "人")):
        other = _OF_THEM.match(text, last, end)
    if not other and text[first:last].endswith(_YOUNG):
        other = _described().match(text, last, end)
    return other


@cache
def _became() -> re.Pattern[str]:
    """Return a pattern of what becomes an enterprise, or goes into one: 已转制为企业的机构."""
    return pattern("becomes", behind="$")


@cache
def _described() -> re.Pattern[str]:
    """Return a pattern of persons whom a word of age describes: 青年医务人员, 中青年后备干部."""
    return re.compile(
        rf"(?!{alternatives('group-verb')})[\u4e00-\u9fff]{{0,4}}?(?:{alternatives('described-person')})"
    )


def is_part_of_name(text: str, start: int, first: int, last: int, end: int) -> bool:
    """Whether the words of a group go on to a name: 企业信用信息公示系统."""
    name = _name().match(text, last, end)
    if name is None or _goes_on().search(name["words"]):
        return False
    # 对企业食品安全管理人员进行考核: who is governed is the last of them
    if _GOVERNED.search(text, start, first) and not name.group().endswith(("人员", "负责人")):
        return False
    return not name["words"].startswith(_verbs())
