"""What can be the name of a body in running text, where nothing but its words sets it off.

Names read::

    市统计局, 各级民政部门, 公安派出所                      with the form of an agency's name
    县级以上地方人民政府林业主管部门                         by level and function
    受理申请的民政部门, 负有监督管理职责的部门               by what it does, told by 的
    牵头单位, 乡镇（街道）, 县级财政                         by its part, its places, its purse

A company, a care home, a person, what a verb takes for its object (指导重点县) are none.
"""

from __future__ import annotations

import re
from functools import cache

from graph.extract.responsibilities.name_forms import (
    LONGEST_NAME,
    alternatives,
    elliptic_pattern,
    has_place,
    is_agency,
    is_open,
    is_relative,
    level_pattern,
    set_nouns,
    verb_pattern,
)
from graph.grammar.role_labels import label_role
from ontology import agencies, lexicon

_UNIT = re.compile(r"(?P<base>.*?)(?P<noun>机构|单位|中心|银行)(?:（[^（）]*）)?$")
_LONGEST_FIELD = 18  # characters; 县级以上人民政府新闻出版 has 12
_LONGEST_GENERIC = 9  # characters behind a verb that begins the name of a department
_ABOVE = re.compile(
    r"(?:设区的市|地市|盟市|省|市|县|区|乡|镇|地|州|旗|厅|处)级?(?:（[^（）]*）)?以[上下]"
)
# Words with the character of a particle that names are made of.
_WHOLE_WORDS = re.compile(
    r"设区的市|所在|对外|可再生|给排水|将乐|于都|于洪|未成年人?|时代|后勤|不动产|无线电|无锡|即墨|无障碍|无为"
)
# A name begins with none of these, and has none of those in it.
_FIRST = re.compile(
    r"报(?![社刊])|经(?![济信开贸营发费办纪管侦合])|向|送|交(?![通易警管口城运])|须|凡|若|因|当(?![地涂阳雄阴])"
    r"|与|跟|至|到|从(?![化江])|据|按|且|但|是|含(?!山)|归(?!口)|待|被|把|将|由|于|除|给|请|受(?![理援])"
    r"|对|为|在|以|同(?![级安仁心江德])|并|如(?!东|皋)|需|即|属(?!地)|本(?![市省县区州级])|[一二两三四五六七八九十几多数各]{1,2}个|其中|所有|本着|一方面|以及|和|及|或"
)
_INSIDE = re.compile(
    r"(?<=[局部委厅院])商(?![务业贸标品])|了|着|已|曾|(?<!人)才|均|也|而|且|时|后|不|未|是|若|再|很|哪|谁|依照|依据|参照|比照|针对|围绕|收到|接到|如果|实地|我们|你|要(?![素塞])|应(?![急用城])|须|需|为(?!民)|(?<![预情申日举公通海警])报(?![社刊告])|(?<=.)主管(?![部机单])|分管|[^各]本[市省县区]"
)
_PERSON = re.compile(
    r"副[省市县区州局厅部镇乡]|(?<!第一)书记|主任(?!会议)|局长|市长|县长|区长|省长|院长|校长|所长|干部|人员$|负责人|领导$"
)
_ALL_OF = re.compile(r"^(?:各|有关|相关|上述|其他)+")
_BY_PART = re.compile(r"牵头|责任|成员|配合|督办|考核|考评|主责|协同|参与|包保|帮扶")
_BY_WORK = re.compile(
    r"(?:部门|机关|机构|小组|会议|委员会|指挥部|专班|办公室|管委会|派出所|单位|[^园景城地]局)(?:（[^（）]*）)?$"
)
# 倒逼政府部门: behind anything but a level, a place or 各 such a noun is somebody's object
_LOOSE = re.compile(
    r"(?!其他|有关|相关|.*[各省市县区州级直关本府国院其]政?府?(?:政府|职能|责任|成员|牵头))[\u4e00-\u9fff]{2,4}"
    r"(?:政府部门|职能部门|责任单位|成员单位|牵头单位)"
)
_NO_MANNER = (
    "全面|统一|联合|协同|集中|公开|科学|重点|各自行业|独立|持续|依法|分类|分级|现场|自行|综合|高度"
)
_PUBLIC = re.compile("部门|机关|政府|与")
_PURSE = re.compile(
    r"(?:中央|国家|地方|各级|同级|本级|上级|[省市县区州旗镇乡]级?|自治[区州县]|区县|市县|[\u4e00-\u9fff]{2,4}[省市县区])"
    r"财政|政府财政"
)
_PURSES = re.compile(r"[省市县区州旗镇乡](?:级?[、和与]?[省市县区州旗镇乡])+(?:级|两级|三级)?财政")
# 负有…职责的部门, 市人民政府指定的机构: told by what it does
_TOLD = re.compile(
    r"(?P<head>[^的，。；]{0,24}?)"
    r"(?:对[^的，。；]{2,20})?(?:负责|负有|承担|履行|行使|主管|分管|受理|作出|办理|签发|核发|管理|指定|授权|确定)"
    r"[^的，。；]{0,30}(?P<of>的)(?P<body>[\u4e00-\u9fff]{0,14}(?:部门|机关|机构|委员会|政府|单位))"
)


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(alternatives("verb"))


@cache
def _behind_body() -> re.Pattern[str]:
    """A verb right behind the end of a body's name."""
    return re.compile(
        r"(?:国务院|政府|委员会|党委|[局厅委]|办公[室厅]|支队|大队|部门|机关)"
        rf"(?P<verb>{alternatives('act')})(?P<rest>[\u4e00-\u9fff（）、]*)$"
    )


@cache
def _act() -> re.Pattern[str]:
    return re.compile(alternatives("act"))


@cache
def _manner() -> re.Pattern[str]:
    """How something is done, which no name has in it but words that are names of work too."""
    words = lexicon.concepts("agency-words")
    ways = words["adverb"].written | words["preposition"].written
    forms = sorted((way for way in ways if len(way) > 1), key=lambda way: (-len(way), way))
    return re.compile(f"(?!{_NO_MANNER})(?:{'|'.join(map(re.escape, forms))})")


@cache
def _ends_in_verb() -> re.Pattern[str]:
    return re.compile(f"(?:{alternatives('act')}|{alternatives('verb')})$")


@cache
def _two_verbs() -> re.Pattern[str]:
    return re.compile(rf"(?:研究|{alternatives('takes-bodies')})(?:{alternatives('act')})")


@cache
def _takes_bodies() -> re.Pattern[str]:
    return re.compile(f"(?:{alternatives('takes-bodies')}|(?:保障|服务)(?![性业房]))")


@cache
def _department() -> re.Pattern[str]:
    """What may follow a verb in the name of a department: 组织 部, 督查 室, 监督 管理机构."""
    return re.compile(
        rf"(?:{alternatives('act')}|行政|主管|工作|综合|业务|专项|协作|联络)*"
        r"(?:部门|机关|机构|部|室|处|科|股|组|中心|专班|局|委员会|小组|办公室|会议|总队|支队|大队|会|单位)"
        r"(?:（[^（）]*）)?"
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


def is_private(name: str) -> bool:
    """Tell whether a name is of those who are no public body: 企业, 养老机构, 建设单位.

    >>> [is_private(n) for n in ("养老机构", "社会保险经办机构", "建设单位", "有关单位")]
    [True, False, True, False]
    """
    if name.startswith("各") and name.endswith(("城市", "地方")):
        return False
    if name.endswith("城市") and name in lexicon.concepts("agency-words")["territories"].written:
        return False
    if _private().search(name):
        return True
    unit = _UNIT.fullmatch(name)
    if unit is None or not unit["base"] or _public_unit().search(unit["base"]):
        return False
    if unit["noun"] == "中心":
        own = level_pattern().match(name) or has_place(name) or name.startswith("各")
        own = own or is_relative(name)
        return not own or "服务中心" in name
    return True


def stands_aside(name: str) -> bool:
    """Tell whether a name in a list is of somebody else than a body, who has no part in its duty.

    >>> [stands_aside(n) for n in ("学校", "公共服务单位", "有关部门制定与企业", "市教育局")]
    [True, True, False, False]
    """
    bare = name.removeprefix("受委托")
    return is_private(name) and not (_PUBLIC.search(bare) or fields_pattern().search(bare))


def is_told(name: str) -> bool:
    """Tell whether a name says by 的 what its body does: 负有监督管理职责的部门.

    >>> [is_told(n) for n in ("受理申请的民政部门", "提供服务的机构", "民政部门的单位")]
    [True, False, False]
    """
    told = _TOLD.fullmatch(name)
    if told is None or len(name) > LONGEST_NAME:
        return False
    head, body = told["head"], told["body"]
    plain = re.fullmatch("(?:行政|主管|监管|监督管理|具体)*(?:部门|机关|机构)", body) is not None
    if head and not (is_agency(head) or head.startswith(("对", "依法", "具体", "直接", "其"))):
        return False
    return plain or can_be_agency_in_text(body)


def is_by_part(name: str) -> bool:
    """Tell whether a name is of bodies by part or level alone: 牵头单位, 县级, 乡镇（街道）."""
    words = _ALL_OF.sub("", name)
    return _by_part().fullmatch(name) is not None or (
        _BY_PART.match(words) is not None and label_role(words) is not None
    )


def is_purse(name: str) -> bool:
    """Tell whether a name means who keeps a purse: 县级财政, 中央财政."""
    return _PURSE.fullmatch(name) is not None or _PURSES.fullmatch(name) is not None


def can_be_agency_in_text(name: str) -> bool:
    """Tell whether ``name``, met in running text, has the form of an agency's and no verb in it.

    >>> [can_be_agency_in_text(n) for n in ("市统计局", "科技部", "督促商业银行", "开发企业")]
    [True, True, False, False]
    >>> [can_be_agency_in_text(n) for n in ("指导重点县", "市委组织部", "市政府组织公安部门")]
    [False, True, False]
    """
    if is_by_part(name) or is_purse(name) or is_told(name):
        return True
    bare = _WHOLE_WORDS.sub("", _ABOVE.sub("", name))
    return (
        is_agency(name)
        and _FIRST.match(bare) is None
        and _manner().search(bare) is None
        and _INSIDE.search(bare) is None
        and not _LOOSE.fullmatch(name)
        and _PERSON.search(bare) is None
        and verb_pattern().search(bare) is None
        and _verbs().search(bare) is None
        and not _has_object(name)
        and not is_private(name)
        and re.fullmatch(set_nouns(), name) is None
    )


def _has_object(name: str) -> bool:
    """Whether a verb in what looks like a name takes the rest for its object.

    指导重点县, 市政府组织公安部门; but 审批部门, 市委组织部, 国务院教育行政部门.
    """
    return _begins_with_act(name) or _acts_behind(name)


def _begins_with_act(name: str) -> bool:
    first = _takes_bodies().match(name)
    if first and not _department().fullmatch(name, first.end()):
        return True
    verb = _act().match(name)  # 服务科技园区, 建设配送中心; but 教育局, 开发区管理委员会
    if verb and not (_BY_WORK.search(name) or _is_known(name)):
        return True
    each = name.find("各", 1)  # 分送各评审组; but 市政府各部门
    return each > 0 and _ends_in_verb().search(name[:each]) is not None


def _acts_behind(name: str) -> bool:
    behind = _behind_body().search(name)
    if behind is None:
        return False
    rest = behind["rest"]
    if _department().fullmatch(rest):
        return False
    if _takes_bodies().fullmatch(behind["verb"]) or len(rest) > _LONGEST_GENERIC:
        return True
    return is_open(rest) or level_pattern().match(rest) is not None or not is_agency(rest)


def _is_known(name: str) -> bool:
    return agencies.by_name(name) is not None or agencies.by_national_name(name) is not None


def is_one_of_many(name: str) -> bool:
    """Tell whether a name is of a function or field alone, without level or place: 公安机关."""
    if elliptic_pattern().fullmatch(name):  # 政府应当
        return True
    return (
        level_pattern().match(name) is None
        and not has_place(name)
        and re.search("(?:部门|机关|机构)$", name) is not None
    )


@cache
def fields_pattern() -> re.Pattern[str]:
    """Return a pattern of what no name by a field of work has in it."""
    return re.compile(f"{_INSIDE.pattern}|{alternatives('verb')}|{alternatives('not-in-name')}")


def is_field(written: str) -> bool:
    """Tell whether a word can stand for a department by its field of work: 公安 in 公安等部门."""
    bare = _WHOLE_WORDS.sub("", _ABOVE.sub("", written))
    return (
        1 < len(written) <= _LONGEST_FIELD
        and re.fullmatch(r"[\u4e00-\u9fff（）、]+", written) is not None
        and _FIRST.match(bare) is None
        and fields_pattern().search(bare) is None
        and _takes_bodies().match(written) is None
        and _two_verbs().match(written) is None
        and (not _acts_behind(written) or _ends_in_verb().search(written) is not None)
        and _manner().match(written) is None
    )
