"""What can be the name of a body in running text, where nothing but its words sets it off.

Names read::

    市统计局, 各级民政部门, 公安派出所                      with the form of an agency's name
    县级以上地方人民政府林业主管部门                         by level and function
    受理申请的民政部门, 负有监督管理职责的部门               by what it does, told by 的
    审批该项目的环保部门, 自然保护区所在地的公安机关           by its part in a case, by where
    各级政务公开领导小组                                       a group, with what it is for
    牵头单位, 乡镇（街道）, 县级财政                         by its part, its places, its purse

A company, a care home, a person, what a verb takes for its object (指导重点县) are none.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from graph.extract.responsibilities.field_of_work import (
    fields_pattern,
    has_object,
    has_particle,
    has_verb,
    tells_manner,
    without_lookalikes,
)
from graph.extract.responsibilities.name_forms import (
    LONGEST_NAME,
    alternatives,
    elliptic_pattern,
    has_place,
    is_agency,
    is_relative,
    level_at_head,
    level_pattern,
    set_nouns,
    verb_pattern,
)
from graph.grammar.role_labels import label_role
from ontology import lexicon

_UNIT = re.compile(r"(?P<base>.*?)(?P<noun>机构|单位|中心|银行)(?:（[^（）]*）)?$")
_PERSON = re.compile(
    r"副[省市县区州局厅部镇乡]|(?<!第一)书记|主任(?!会议)|局长|市长|县长|区长|省长|院长|校长|所长|干部|人员$|负责人|领导$"
)
_ALL_OF = re.compile(r"^(?:各|有关|相关|上述|其他)+")
_BY_PART = re.compile(r"牵头|责任|成员|配合|督办|考核|考评|主责|协同|参与|包保|帮扶")
# 倒逼政府部门: behind anything but a level, a place or 各 such a noun is somebody's object
_LOOSE = re.compile(
    r"(?!各|其他|有关|相关|.*(?:小组|会议|指挥部|委员会|专班)成员|.*[各省市县区州级直关本府国院其]政?府?(?:政府|职能|责任|成员|牵头))[\u4e00-\u9fff]{2,4}"
    r"(?:政府部门|职能部门|责任单位|成员单位|牵头单位)"
)
_OF_BUSINESS = re.compile("(?:经营|运营|施工|生产)(?:管理|养护|维护)?(?:单位|机构|中心)$")
_PUBLIC = re.compile("部门|机关|政府|与")
_PURSE = re.compile(
    r"(?:中央|国家|地方|各级|同级|本级|上级|[省市县区州旗镇乡]级?|自治[区州县]|区县|市县|[\u4e00-\u9fff]{2,4}[省市县区])"
    r"财政|政府财政"
)
_PURSES = re.compile(r"[省市县区州旗镇乡](?:级?[、和与]?[省市县区州旗镇乡])+(?:级|两级|三级)?财政")
# 负有…职责的部门, 市人民政府指定的机构: told by what it does
_TOLD = re.compile(
    r"(?P<head>[^的，。；]{0,24}?)"
    r"(?:对[^的，。；]{2,20})?(?:负责|负有|具有|享有|承担|履行|行使|主管|分管|受理|作出|办理|签发|核发|管理|指定|授权|确定)"
    r"[^的，。；]{0,30}(?P<of>的)(?P<body>[\u4e00-\u9fff]{0,14}(?:部门|机关|机构|委员会|政府|单位))"
)
# 审批该项目的环保部门, 自然保护区所在地的公安机关: by what it does in the case, or where
_TOLD_BY_CASE = re.compile(
    r"(?:(?:审批|实施|采取|执行|核准|登记|批准)[^的，。；]{1,30}"
    r"|[\u4e00-\u9fff]{0,12}所涉及|[^的，。；]{0,16}(?:所在|户籍|居住|发生|登记|注册|经营|住所|行为)地)"
    r"的(?P<body>[\u4e00-\u9fff]{0,14}(?:部门|机关|政府|委员会|派出所))"
)
# Words for what a group of bodies is for, which its name has though no other body's has.
_OF_GROUPS = re.compile(r"公开|整改|化解|查处|减轻|优化|防范|清理|普及|降低|提升|推动|整合|统筹")
_GROUP = re.compile(
    r"(?:[省市县区州旗]|各级|[\u4e00-\u9fff]{2,5}[省市县区州旗])[\u4e00-\u9fff“”]*"
    r"(?:领导小组|协调小组|工作小组|联席会议|指挥部|专班|委员会|协调机制)(?:办公室)?"
)


@cache
def _public_unit() -> re.Pattern[str]:
    return re.compile(f"{alternatives('public-unit')}$")


@cache
def _private() -> re.Pattern[str]:
    return re.compile(alternatives("private") + "(?:（[^（）]*）)?$")


@cache
def _by_part() -> re.Pattern[str]:
    """Bodies named by their part, and places that act by themselves."""
    return re.compile(f"{alternatives('role-noun')}|{alternatives('places')}")


@lru_cache(maxsize=4096)
def is_private(name: str) -> bool:
    """Tell whether a name is of those who are no public body: 企业, 养老机构, 建设单位.

    >>> [is_private(n) for n in ("养老机构", "社会保险经办机构", "建设单位", "有关单位")]
    [True, False, True, False]
    """
    if name.startswith("各") and name.endswith(("城市", "地方")):
        return False
    if name.endswith("城市") and name in lexicon.concepts("agency-words")["territories"].written:
        return False
    if _private().search(name) or _OF_BUSINESS.search(name):
        return True
    unit = _UNIT.fullmatch(name)
    if unit is None or not unit["base"] or _public_unit().search(unit["base"]):
        return False
    if unit["noun"] == "中心":
        own = level_pattern().match(name) or has_place(name) or name.startswith("各")
        own = own or is_relative(name)
        return not own or "服务中心" in name
    return True


@lru_cache(maxsize=4096)
def stands_aside(name: str) -> bool:
    """Tell whether a name in a list is of somebody else than a body, who has no part in its duty.

    >>> [stands_aside(n) for n in ("学校", "公共服务单位", "有关部门制定与企业", "市教育局")]
    [True, True, False, False]
    """
    bare = name.removeprefix("受委托")
    return is_private(name) and not (_PUBLIC.search(bare) or fields_pattern().search(bare))


@lru_cache(maxsize=4096)
def is_told(name: str) -> bool:
    """Tell whether a name says by 的 what its body does: 负有监督管理职责的部门.

    >>> [is_told(n) for n in ("受理申请的民政部门", "提供服务的机构", "民政部门的单位")]
    [True, False, False]
    """
    if len(name) > LONGEST_NAME:
        return False
    by_case = _TOLD_BY_CASE.fullmatch(name)
    plain = re.sub("[的该]", "", without_lookalikes(name))
    if by_case and not has_particle(name) and verb_pattern().search(plain) is None:
        return _is_plain(by_case["body"]) or can_be_agency_in_text(by_case["body"])
    told = _TOLD.fullmatch(name)
    if told is None:
        return False
    head, body = told["head"], told["body"]
    if head and not (is_agency(head) or head.startswith(("对", "依法", "具体", "直接", "其"))):
        return False
    return _is_plain(body) or can_be_agency_in_text(body)


def _is_plain(body: str) -> bool:
    return re.fullmatch("(?:行政|主管|监管|监督管理|具体)*(?:部门|机关|机构)", body) is not None


def is_by_part(name: str) -> bool:
    """Tell whether a name is of bodies by part or level alone: 牵头单位, 县级, 乡镇（街道）."""
    words = _ALL_OF.sub("", name)
    return _by_part().fullmatch(name) is not None or (
        _BY_PART.match(words) is not None and label_role(words) is not None
    )


@lru_cache(maxsize=4096)
def is_purse(name: str) -> bool:
    """Tell whether a name means who keeps a purse: 县级财政, 中央财政."""
    return _PURSE.fullmatch(name) is not None or _PURSES.fullmatch(name) is not None


@lru_cache(maxsize=4096)
def can_be_agency_in_text(name: str) -> bool:
    """Tell whether ``name``, met in running text, has the form of an agency's and no verb in it.

    >>> [can_be_agency_in_text(n) for n in ("市统计局", "科技部", "督促商业银行", "开发企业")]
    [True, True, False, False]
    >>> [can_be_agency_in_text(n) for n in ("指导重点县", "市委组织部", "市政府组织公安部门")]
    [False, True, False]
    """
    if is_by_part(name) or is_purse(name) or is_told(name):
        return True
    bare = without_lookalikes(name)
    return (
        is_agency(name)
        and not has_particle(name)
        and not tells_manner(name)
        and not _LOOSE.fullmatch(name)
        and _PERSON.search(bare) is None
        and verb_pattern().search(bare) is None
        and not has_verb(_OF_GROUPS.sub("", name) if _GROUP.fullmatch(name) else name)
        and not has_object(name)
        and not is_private(name)
        and re.fullmatch(set_nouns(), name) is None
    )


@lru_cache(maxsize=4096)
def is_one_of_many(name: str) -> bool:
    """Tell whether a name is of a function or field alone, without level or place: 公安机关."""
    if elliptic_pattern().fullmatch(name):  # 政府应当
        return True
    placed = level_at_head(name) or has_place(name)
    return not placed and re.search("(?:部门|机关|机构)$", name) is not None
