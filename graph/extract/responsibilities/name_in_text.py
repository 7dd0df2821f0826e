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
    has_words_ahead,
    is_field,
    tells_manner,
    without_lookalikes,
)
from graph.extract.responsibilities.name_forms import (
    LONGEST_NAME,
    alternatives,
    elliptic_pattern,
    is_agency,
    is_relative,
    level_at_head,
    level_pattern,
    set_nouns,
    verb_pattern,
)
from graph.extract.responsibilities.name_places import has_place
from graph.extract.responsibilities.spelling import is_half_quoted
from graph.extract.responsibilities.verbs import verb_at
from graph.grammar.role_labels import label_role
from ontology import agencies, divisions, lexicon

_BANK_OF_STATE = re.compile(r"(?:人民|开发|进出口)银行")
_UNIT = re.compile(r"(?P<base>.*?)(?P<noun>机构|单位|中心|银行)(?:（[^（）]*）)?$")
_PERSON = re.compile(
    r"副[省市县区州局厅部镇乡]|(?<!第一)书记|主任(?!会议)|局长|市长|县长|区长|省长|院长|校长|所长|干部|人员$|负责人|领导$"
)
_ALL_OF = re.compile(r"^(?:各|有关|相关|上述|其他)+")
_PART_IN = re.compile(
    r"(?:牵头|责任|成员|配合|督办|考核|考评|主责|协同|参与|包保|帮扶)(?:组织|考核|实施|责任|负责|管理|落实|协调)*"
    r"(?:单位|部门|主体|机构)(?:（单位）)?$"
)
_PLACES_AND = re.compile("[省市县区州旗盟乡镇地道）][和及与]$")
_HEADS = re.compile("序号|事项|举措|措施|工作任务|工作内容")  # columns beside 牵头单位
_AT_FAULT = re.compile("责任")  # 事故责任单位 is who caused it
# 倒逼政府部门: behind anything but a level, a place or 各 such a noun is somebody's object
_LOOSE = re.compile(
    r"(?!各|其他|有关|相关|.*(?:小组|会议|指挥部|委员会|专班)成员|.*[各省市县区州级直关本府国院其]政?府?(?:政府|职能|责任|成员|牵头))[\u4e00-\u9fff]{2,4}"
    r"(?:政府部门|职能部门|责任单位|成员单位|牵头单位)"
)
_OF_BUSINESS = re.compile("(?:经营|运营|施工|生产)(?:管理|养护|维护)?(?:单位|机构|中心)$")
_PUBLIC = re.compile("部门|机关|政府|与")
_PURSE = re.compile(
    r"(?:中央|国家|地方|各级|同级|本级|上级|[省市县区州旗镇乡]级?|自治[区州县]|区县|市县"
    r"|[\u4e00-\u9fff]{0,2}(?:示范|开发|经开|高新|试验|实验|合作|功能|产业|所在)区"
    r"|[\u4e00-\u9fff]{1,2}[新园]区"
    r"|(?P<place>[\u4e00-\u9fff]{2,4}[省市县区]))财政|政府财政"
)
_PURSES = re.compile(r"[省市县区州旗镇乡](?:级?[、和与]?[省市县区州旗镇乡])+(?:级|两级|三级)?财政")
# 负有…职责的部门, 市人民政府指定的机构: told by what it does
_TOLD = re.compile(
    r"(?P<head>[^的，。；]{0,24}?)"
    r"(?:对[^的，。；]{2,20})?(?P<verb>负责|负有|具有|享有|有权|承担|履行|行使|主管|分管|受理|作出|办理|签发|核发|管理|指定|授权|确定|受移送|受咨询|受邀请)"
    r"[^的，。；]{0,30}(?P<of>的)(?P<body>[\u4e00-\u9fff]{0,14}(?:部门|机关|机构|委员会|政府|单位))"
)
_GOVERNS = re.compile("政府$|国务院$|级$|[省市县区州旗]$")
_NAMES = ("指定", "授权", "确定")  # 市财政局指定的机构
# 审批该项目的环保部门, 自然保护区所在地的公安机关: by what it does in the case, or where
_TOLD_BY_CASE = re.compile(
    r"(?:(?P<does>审批|实施|采取|执行|核准|登记|批准|接受|收到|接到|承办|查处|管辖)[^的，。；]{1,30}"
    r"|[\u4e00-\u9fff]{0,12}所涉及|[^的，。；]{0,16}(?:所在|户籍|居住|发生|登记|注册|经营|住所|行为)地)"
    r"的(?P<body>[\u4e00-\u9fff]{0,14}(?:部门|机关|政府|委员会|派出所))"
)
_GROUP = re.compile(
    r"(?P<whose>国务院|中央|国家|全国|自治区|[省市县区州旗](?:委|政府|人民政府)?|各级|[\u4e00-\u9fff]{2,5}[省市县区州旗])"
    r"(?P<what>[\u4e00-\u9fff“”、]*)"
    r"(?P<group>(?:领导小组|协调小组|工作小组|联席会议|指挥部|专班|委员会|协调机制|工作组)(?:办公室)?)"
)
# 耕地 and 用地 are no places that act; 各地 and 属地 are
_OF_LAND = re.compile(
    r"(?!(?:.*各|属|当|市|有关|相关)地$|各[\u4e00-\u9fff]{2,6}(?:基|[入出受]|所在|户籍)地$).*地"
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
    if _private().search(name) or _OF_BUSINESS.search(name) or _within_unit().fullmatch(name):
        return True
    if _of_the_state().search(name):  # 中国人民银行分支机构
        return False
    unit = None if agencies.by_national_name(name) else _UNIT.fullmatch(name)
    return unit is not None and _serves_all(name, unit["base"], unit["noun"])


@cache
def _within_unit() -> re.Pattern[str]:
    """An office within a school, a hospital or a firm: 单位科研管理部门, 银行市级机构."""
    return re.compile(
        rf"(?:所在|各|本)?{alternatives('unit-with-offices')}{alternatives('office-of-unit')}"
        r"[\u4e00-\u9fff]{0,4}(?:部门|机构|处|科|室)"
    )


@cache
def _of_the_state() -> re.Pattern[str]:
    return re.compile(f"{alternatives('branch-of')}(?:及?其)?(?:分支|派出|派驻)机构$")


def _serves_all(name: str, base: str, noun: str) -> bool:
    """Whether an institution, unit, centre or bank is not of the state but one of many firms."""
    if noun == "银行":  # 经办银行 pays out for others
        return _BANK_OF_STATE.search(name) is None
    if not base or _public_unit().search(base) or _PLACES_AND.search(base):
        return False  # 有关县（市、区）和单位
    if noun != "中心":
        return True
    own = level_pattern().match(name) or has_place(name) or name.startswith("各")
    return not (own or is_relative(name)) or "服务中心" in name


def is_company(name: str) -> bool:
    """Tell whether a name is of a company, whatever place or body it begins with."""
    return (
        re.search(alternatives("company") + "(?:（[^（）]*）)?$", name) is not None
        and not has_particle(name)
        and not has_verb(name)
        and not has_object(name)
        and verb_pattern().search(name) is None
    )


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
    if len(name) > LONGEST_NAME or "的" not in name:
        return False
    by_case = _TOLD_BY_CASE.fullmatch(name)
    does = len(by_case["does"] or "") if by_case else 0
    plain = re.sub("[的该]", "", without_lookalikes(name[does:]))
    if by_case and not has_particle(name) and verb_pattern().search(plain) is None:
        return _is_plain(by_case["body"]) or can_be_agency_in_text(by_case["body"])
    told = _TOLD.fullmatch(name)
    if told is None:
        return False
    head, body = told["head"], told["body"]
    whose = _GOVERNS.search(head) or (told["verb"] in _NAMES and is_agency(head))
    if head.endswith(("在", "到", "向")) or (head and not (whose or _before_told().match(head))):
        return False  # 中国人民银行负责对…的机构: the body and what it does
    return _is_plain(body) or can_be_agency_in_text(body)


@cache
def _before_told() -> re.Pattern[str]:
    """What stands before the verb that tells a body: 地方有关 in 地方有关行使…权的主管部门."""
    return re.compile(rf"对|(?:依法|具体|直接|其|地方|{alternatives('open')})+$|依法|具体|直接|其")


def _is_plain(body: str) -> bool:
    return re.fullmatch("(?:行政|主管|监管|监督管理|具体)*(?:部门|机关|机构)", body) is not None


def is_by_part(name: str) -> bool:
    """Tell whether a name is of bodies by part or level alone: 牵头单位, 县级, 乡镇（街道）."""
    if _by_part().fullmatch(name):
        return True
    words = _ALL_OF.sub("", name)
    part = _PART_IN.search(words)  # 专项治理牵头部门, 联席会议牵头单位
    if part is None or label_role(part.group()) is None:
        return False
    work = words[: part.start()]
    if not work or _PART_IN.search(work) or _HEADS.search(work):  # columns run together
        return not work
    if is_agency(work):
        return can_be_agency_in_text(work)
    acts = verb_at(work, 0, len(work))  # 收集成员单位: what is asked of them
    told = _AT_FAULT.match(part.group()) or (acts and acts.end() == len(work))
    return is_field(work) and not told


@lru_cache(maxsize=4096)
def is_purse(name: str) -> bool:
    """Tell whether a name means who keeps a purse: 县级财政, 中央财政, and not 加大市财政."""
    if "财政" not in name:
        return False
    purse = _PURSE.fullmatch(name)
    if purse and purse["place"]:
        return bool(divisions.find(purse["place"]))
    return purse is not None or _PURSES.fullmatch(name) is not None


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
    if not is_agency(name) or is_half_quoted(name) or _OF_LAND.fullmatch(name):
        return False
    free = _without_purpose(name)
    bare = without_lookalikes(free)
    return (
        not has_particle(free)
        and not tells_manner(free)
        and not _LOOSE.fullmatch(name)
        and _PERSON.search(bare) is None
        and verb_pattern().search(bare) is None
        and not has_verb(free)
        and not has_object(free)
        and not has_words_ahead(name)
        and not is_private(name)
        and re.fullmatch(set_nouns(), name) is None
    )


def _without_purpose(name: str) -> str:
    """Return the name of a coordinating group without the verb that says what it is for.

    >>> _without_purpose("省推进职能转变协调小组"), _without_purpose("市政府组织公安部门")
    ('省职能转变协调小组', '市政府组织公安部门')
    """
    group = _GROUP.fullmatch(name)
    if group is None:
        return name
    what = re.sub(alternatives("purpose-of-group"), "", group["what"])
    return f"{group['whose']}{what}{group['group']}"


@lru_cache(maxsize=4096)
def is_one_of_many(name: str) -> bool:
    """Tell whether a name is of a function or field alone, without level or place: 公安机关."""
    return elliptic_pattern().fullmatch(name) is not None or is_of_function(name)  # 政府应当


@lru_cache(maxsize=4096)
def is_of_function(name: str) -> bool:
    """Tell whether a name says a function and no level or place: 林业部门, 公安机关."""
    placed = level_at_head(name) or has_place(name)
    return not placed and re.search("(?:部门|机关|机构)$", name) is not None
