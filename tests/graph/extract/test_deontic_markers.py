"""The word that says what must or may be done stands in the main clause, and is no other word."""

from __future__ import annotations

import pytest

from graph.extract.deontic_markers import markers_of
from graph.grammar.sentences import Stretch

O, P, M, R = "obligation", "prohibition", "permission", "recommendation"  # noqa: E741


def kinds(sentence: str) -> list[str]:
    return [str(marker.kind) for marker in markers_of(sentence, Stretch(0, len(sentence)))]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        # an attribute, and what is to be done
        ("本次共清理规章9件，确定应予以废止的规章3件。", []),
        ("研究会议议题和需提交审议的其他事项。", []),
        ("其他应当公开的信息。", []),
        ("机关应当向申请人提供可以公开的信息内容。", [O]),
        ("市政府可以决定由区政府办理，但确需由市级统一管理的事项除外。", [M]),
        ("应当自受理之日起作出准予提取或者不准提取的决定。", [O]),
        ("应由个人缴纳的费用，按照原渠道列支。", []),
        ("应当提供申请人本人的身份证明，并签字确认。", [O]),
        ("所需经费，应当列入本机关的行政经费预算，由财政予以保障。", [O]),
        ("编制预算时，应同时提供项目单位现有的条件，以及从外部获得的服务。", [O]),
        ("达不到标准、条件又允许合并的收费站要予以合并。", [O]),
        ("变更的，由有权机关责令改正。", []),
        ("由有权限的单位发布预警。", []),
        ("申请人有权查阅档案。", [M]),
        ("财政部门有权责成经办机构予以纠正。", [M]),
        # a case, an exception, a circumstance
        ("条件允许的，逐步扩大范围。", []),
        ("如需变更，由原机关办理。", []),
        ("除依法颁发的证照可收取工本费外，一律不得收费。", [P]),
        ("在确保质量的前提下，缩短工期。", []),
        ("应当在确保质量的前提下缩短工期。", [O]),
        ("符合条件的，可以申请补贴。", [M]),
        # an aim, a noun, a row of marks
        ("为加强管理，保证设施正常运行，制定本办法。", []),
        ("落实检查制度，以确保生产安全。", []),
        ("清仓查库是确保粮食安全的重要举措。", []),
        ("确保执法经费、车辆满足需要等情况。", []),
        ("整治突出问题，确保治安稳定，得3分。", []),
        ("确保经费及时到位。", [O]),
        ("经费不得挪作他用，得1分。", [P]),
        # other words and their own
        ("贯彻《关于禁止采石的通知》精神。", []),
        ("继续落实“八个禁止”的规定。", []),
        ("24 某省人民政府办公厅关于鼓励和支持青年创业的若干意见 某政办发〔2010〕141号", []),
        ("《环境保护法》第九条规定，建设单位应当公开信息。", []),
        ("根据《环境保护法》第九条规定，建设单位应当公开信息。", [O]),
        ("各单位要严格落实《环境保护法》规定，建设单位应当公开信息。", [O]),
        ("依照本条例第五条规定应当备案的，适用简易程序。", []),
        ("本办法所称公示，是指应当公开的事项。", []),
        ("本办法所称检测机构，是指依法设立的机构，可以自愿申请认定。", [M]),
        # the whole is a case
        ("依法应当回避而未回避的；", []),
        ("监护人死亡且无其他人可以担任监护人的。", []),
        ("申请材料不齐全的，应当一次告知；", [O]),
        # a decision of either kind, an attribute at the head, a means
        ("自受理之日起20日内作出准予许可或者不予许可的决定。", []),
        ("准予变更登记。", [M]),
        ("通过允许沿用字号等方式方便企业。", []),
        ("对外文翻译不准确的标识进行更换。", []),
        # qualities and results
        ("确保目标可落实、可考核。", [O]),
        ("树立一批可复制推广、可规模应用的标杆。", []),
        ("示范工程两年内可以取得明显成效。", []),
        ("企业可以取得营业执照副本。", [M]),
        ("三江源、可可西里等地。", []),
        ("责任人为林应清副局长。", []),
        ("内容与上位法不相适 应。", []),
        # words that hold others
        ("需要注意的是，本条另有规定。", []),
        ("该项收入应用于职业教育。", [O]),
        ("附加的一半以上，应用于基地建设。", [O]),
        ("成果广泛应用于农业生产。", []),
        ("推动新技术应用于生产。", []),
        ("单位应对奖励资金的使用进行检查。", [O]),
        ("积极应对老龄化。", []),
        ("保证教师每2年实践不少于1个月。", [O]),
        ("缴纳质量保证金5万元。", []),
        ("请你们于9月30日前将意向书报我司。", [O]),
        ("申请于9月30日前报送的，当年有效。", []),
        ("请认真贯彻执行。", []),
    ],
)
def test_a_marker_counts_in_the_main_clause(sentence: str, found: list[str]) -> None:
    assert kinds(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("各地要加大对企业的引导，支持企业参展。", [O]),
        ("财政部门要积极支持乡村建设。", [O]),
        ("各地可统筹资金支持普查工作。", [M]),
        ("应当保护耕地，国家鼓励开垦荒地。", [O, R]),  # another subject
        ("文书应当填写规范，提倡打印。", [O, R]),
        ("鼓励采用新技术，确保通道畅通。", [R]),
        ("不得超载，确保行车安全。", [P]),
        ("加强巡查，确保行车安全。", [O]),
        ("可在本市申请，不得重复申请。", [M, P]),
    ],
)
def test_of_two_markers_the_main_one_counts(sentence: str, found: list[str]) -> None:
    assert kinds(sentence) == found


def test_what_stands_behind_a_sentence_is_no_part_of_it() -> None:
    text = "准许进入的车辆，应当按照规定路线行驶。准许车辆进入。"
    end = text.index("。") + 1
    found = [
        [str(marker.kind) for marker in markers_of(text, stretch)]
        for stretch in (Stretch(0, end), Stretch(end, len(text)))
    ]
    assert found == [[O], [M]]


def test_the_same_words_mean_the_same_however_they_are_joined() -> None:
    for mark in ("，", "，并", "，同时"):
        assert kinds(f"各单位应当公示结果{mark}支持群众监督。") == [O]
