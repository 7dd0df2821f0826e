"""Names by a field of work, 公安 in 公安、水利等部门, and the words that no name has in it.

Words read::

    公安, 卫生健康, 教育行政                       can stand for the department of their field
    市委组织部, 审批部门, 国务院教育行政部门        a verb that is part of the name
    指导重点县, 市政府组织公安部门                   a verb with an object: no name
    报卫生行政机关, 与区教育局                       a particle before what may be a name
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from graph.extract.responsibilities.name_forms import (
    alternatives,
    is_agency,
    is_open,
    level_pattern,
)
from ontology import agencies, divisions, lexicon

_LONGEST_FIELD = 18  # characters; 县级以上人民政府新闻出版 has 12
_LONGEST_GENERIC = 9  # characters behind a verb that begins the name of a department
_ABOVE = re.compile(
    r"(?:设区的市|地市|盟市|省|市|县|区|乡|镇|地|州|旗|厅|处)级?(?:（[^（）]*）)?以[上下]"
)
# Words with the character of a particle that names are made of.
_WHOLE_WORDS = re.compile(
    r"设区的市级?(?:或者?(?=县))?|农民负担|(?:接收|受理|输出|输入|流入|流出|迁入|迁出|受援|支援)地|[前后]期|所在|对外|可再生|给排水|将乐|于都|于洪|未成年人?|时代|后勤|不动产|无线电|无锡|即墨|无障碍|无为"
)
# A name begins with none of these, and has none of those in it.
_FIRST = re.compile(
    r"报(?![社刊])|经(?![济信开贸营发费办纪管侦合])|经(?=管委|管理|办公|开发|信访|发展|发改|纪检|纪委)|回(?![民族收乡迁汉龙])|建议(?=有关|相关|任免|监察|上级|同级|其)|向|送|交(?![通易警管口城运])|须|凡|若|因|当(?![地涂阳雄阴])"
    r"|与|跟|至|到|从(?![化江])|据|按|且|但|是|含(?!山)|归(?!口)|待|被|把|将|由|于|除|给|请|受(?![理援])"
    r"|对|为|在|以|同(?![级安仁心江德])|并|如(?!东|皋)|需|即|属(?!地)|本(?![市省县区州级])|[一二两三四五六七八九十几多数各]{1,2}个|其中|所有|本着|一方面|以及|和|及|或|分?赴|连同|系(?!统)"
)
_INSIDE = re.compile(
    r"期间|获得|(?<=.)(?<![报签])到(?=.)|直属(?=[省市县区州](?:$|(?:人民)?政府)|国务院|[省市县]委)|(?<=.)经(?=[省市县区各]|有关|相关|所在|国务院|同级|上级|本级|当地|主管)|(?<=[局部委厅院门府关办])商(?![务业贸标品])|了|着|已|曾|(?<!人)才|均|也|而|且|时|后|不|未|是|若|再|很|哪|谁|依照|依据|参照|比照|针对|围绕|收到|接到|如果|实地|我们|你|要(?![素塞])|应(?![急用城])|须|需|为(?!民)|(?<![预情申日举公通海警])报(?![社刊告])|(?<=.)主管(?![部机单])|分管|[^各]本[市省县区]"
)
_BY_WORK = re.compile(
    r"(?:部门|机关|机构|小组|会议|委员会|指挥部|专班|办公室|管委会|派出所|单位|[^园景城地]局)(?:（[^（）]*）)?$"
)
_SET_BEGINS = re.compile("(?:有关|相关|各(?!自))(?=.)")
# of a heading run together with what follows: 退出机制各区
_HEADING_ENDS = re.compile("(?:机制|制度|目标|原则|方式|流程|范围|要求|标准|措施)$")
_NO_MANNER = (
    "全面|统一|联合|协同|集中|公开|科学|重点|各自行业|独立|持续|依法|分类|分级|现场|自行|综合|高度"
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
    ways = lexicon.written("agency-words", "adverb", "preposition")
    return re.compile(f"(?!{_NO_MANNER}){lexicon.alternation(w for w in ways if len(w) > 1)}")


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


def has_particle(name: str) -> bool:
    """Tell whether a name begins with a particle or has one in it: 报省政府, 本市区县也.

    >>> [has_particle(n) for n in ("报省教育厅", "市对外办公室", "区教育局")]
    [True, False, False]
    """
    bare = without_lookalikes(name)
    return _FIRST.match(bare) is not None or _INSIDE.search(bare) is not None


def tells_manner(name: str) -> bool:
    """Tell whether a name says how something is done: 积极协调部门."""
    return _manner().search(without_lookalikes(name)) is not None


def has_verb(name: str) -> bool:
    """Tell whether a name has a verb in it that no name contains: 督促商业银行."""
    return _verbs().search(without_lookalikes(name)) is not None


@lru_cache(maxsize=4096)
def without_lookalikes(name: str) -> str:
    """Return a name without the words of names that have the character of a particle.

    >>> without_lookalikes("市对外办公室"), without_lookalikes("县级以上公安机关")
    ('市办公室', '公安机关')
    """
    bare = _WHOLE_WORDS.sub("", _ABOVE.sub("", name))
    place = _like_a_verb().match(bare)
    return bare[place.end() :] if place and divisions.find(place.group()) else bare


@cache
def _like_a_verb() -> re.Pattern[str]:
    """A county whose name begins like a verb: 会同县."""
    return re.compile(f"{alternatives('beside')}县(?=.)")


def has_words_ahead(name: str) -> bool:
    """Tell whether a verb or a heading stands before a set: 多次组织有关部门, 退出机制各区.

    市级有关部门, 行政管理有关部门 and 全省各地 begin with whose they are.

    >>> [has_words_ahead(n) for n in ("督促各地", "退出机制各区", "沿海各市", "行业管理有关部门")]
    [True, True, False, False]
    """
    opened = _SET_BEGINS.search(name, 1)
    head = name[: opened.start()] if opened else ""
    if len(head) <= 1:
        return False
    verb = _ends_in_verb().search(without_lookalikes(head))
    of_work = lexicon.concepts("agency-words")["field-of-work"].written
    acts = verb is not None and (
        verb.group() not in of_work or _takes_bodies().fullmatch(verb.group()) is not None
    )
    return acts or _HEADING_ENDS.search(head) is not None


def has_object(name: str) -> bool:
    """Tell whether a verb in what looks like a name takes the rest for its object.

    指导重点县, 市政府组织公安部门; but 审批部门, 市委组织部, 国务院教育行政部门.
    """
    return _begins_with_act(without_lookalikes(name)) or _acts_behind(name)


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
        return _ministry_acts(name)
    rest = behind["rest"]
    if _department().fullmatch(rest):
        return False
    if _takes_bodies().fullmatch(behind["verb"]) or len(rest) > _LONGEST_GENERIC:
        return True
    return is_open(rest) or level_pattern().match(rest) is not None or not is_agency(rest)


def _ministry_acts(name: str) -> bool:
    """Whether a ministry in what looks like a name acts on the rest: 商务部指导省级财政部门."""
    at = name.find("部") + 1
    if not at or agencies.by_national_name(name[:at]) is None:
        return False
    verb = _takes_bodies().match(name, at)
    rest = name[verb.end() :] if verb else ""
    return is_open(rest) or level_pattern().match(rest) is not None


def _is_known(name: str) -> bool:
    return agencies.by_name(name) is not None or agencies.by_national_name(name) is not None


@cache
def fields_pattern() -> re.Pattern[str]:
    """Return a pattern of what no name by a field of work has in it."""
    return re.compile(f"{_INSIDE.pattern}|{alternatives('verb')}|{alternatives('not-in-name')}")


@lru_cache(maxsize=4096)
def is_field(written: str) -> bool:
    """Tell whether a word can stand for a department by its field of work: 公安 in 公安等部门."""
    bare = without_lookalikes(written)
    return (
        1 < len(written) <= _LONGEST_FIELD
        and re.fullmatch(r"[\u4e00-\u9fff（）、]+", written) is not None
        and _FIRST.match(bare) is None
        and not re.search("部门.", written)  # 卫生健康部门主导、教育部门协同
        and fields_pattern().search(bare) is None
        and _takes_bodies().match(written) is None
        and _two_verbs().match(written) is None
        and (not _acts_behind(written) or _ends_in_verb().search(written) is not None)
        and _manner().match(written) is None
    )
