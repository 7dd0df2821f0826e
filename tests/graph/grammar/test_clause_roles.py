"""What the parts of a sentence are for, in the forms of official texts and in lookalikes."""

from __future__ import annotations

import pytest

from graph.grammar.clause_roles import Role, is_looked_into, parts_of, reports, tells_nothing
from graph.grammar.sentences import Stretch


def parts(sentence: str) -> list[tuple[str, str]]:
    whole = Stretch(0, len(sentence))
    return [(sentence[part.start : part.end], str(part.role)) for part in parts_of(sentence, whole)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("需要延期的，应当提前申请。", [("需要延期的，", Role.CASE)]),
        ("逾期未报的不予受理。", [("逾期未报的", Role.CASE)]),
        (
            "承租人独立经营，并定期上缴租金的，承租人应当纳税。",
            [("承租人独立经营，并定期上缴租金的，", Role.CASE)],
        ),
        (
            "应当及时报告，并说明理由的，从轻处理。",  # 应当 directs: only its own clause is a case
            [("并说明理由的，", Role.CASE)],
        ),
        ("完成改造（2000年前建成的）。", [("（2000年前建成的）", Role.CASE)]),
        ("对未按时整改的企业，给予警告。", [("对未按时整改的", Role.TOPIC)]),
        ("对未按时整改的企业要严肃查处。", []),
        ("对困难家庭及时给予必要的救助，做好安置。", []),
        ("针对新出现的问题，我们研究了对策。", []),
        ("为方便群众，优化服务，制定本办法。", [("为方便群众，优化服务，", Role.AIM)]),
        ("加快发展，确保安全，现就有关事项通知如下：", [("加快发展，确保安全，", Role.AIM)]),
        ("各地要加快发展，现将经验印发。", []),
        ("各地根据需要，制定本地区的办法。", []),
        ("为学生适时提供就业信息，做好服务。", []),
        ("为其担保的机构应当履行义务，不得推诿。", []),
        ("使群众能够及时了解政策。", [("使群众能够及时了解政策", Role.RESULT)]),
        ("使用单位应当能够及时处置。", []),
        ("让利于民，降低费用。", []),
        ("根据保证及时入库的原则，确定方式。", [("根据保证及时入库的原则", Role.GROUND)]),
        ("按期完成既定目标。", []),
        ("在确保质量的前提下缩短工期。", [("在确保质量的前提下", Role.CIRCUMSTANCE)]),
        ("随着城镇化推进，应当加强管理。", [("随着城镇化推进，", Role.CIRCUMSTANCE)]),
        ("内容主要包括：需要支援的事项等。", [("内容主要包括：需要支援的事项等", Role.MEANING)]),
        ("方便群众办事。", [("方便群众办事", Role.RESULT)]),
        ("方便面要检测。", []),
        ("贯彻《关于禁止采石的通知》精神。", [("《关于禁止采石的通知》", Role.NAME)]),
        (
            "省政府曾于去年批准三市可以试点，并作了规定。",
            [("曾于去年批准三市可以试点", Role.TOLD)],
        ),
        ("经批准的项目可以试点。", []),
        ("实现预定目的，应当加强管理。", []),
    ],
)
def test_a_part_that_asks_for_nothing_has_its_role(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert parts(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "silent"),
    [
        ("依法应当回避而未回避的；", True),
        ("其他应当终结调查的情形。", True),
        ("应当实现管理的目标。", False),
        ("《环境法》第九条规定，单位应当公开信息。", True),
        ("根据《环境法》第九条规定，单位应当公开信息。", False),
        ("按照本办法第五条规定应当备案。", False),
    ],
)
def test_a_whole_sentence_can_be_a_case_or_what_another_act_provides(
    sentence: str, *, silent: bool
) -> None:
    assert tells_nothing(sentence, Stretch(0, len(sentence))) is silent


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("确保经费到位；及时研究整改措施等情况。", True),
        ("确保经费到位；及时研究整改措施。", False),
        ("各地要确保经费到位；报告进展等情况。", False),
        ("确保经费到位；\n报告进展等情况。", False),
    ],
)
def test_one_of_several_matters_is_looked_into(text: str, *, expected: bool) -> None:
    assert is_looked_into(text, Stretch(0, text.index("；") + 1)) is expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("关于议案办理情况的报告", True),
        ("关于第12号建议答复的函", True),
        ("2020年工作总结（摘要）", True),
        ("关于报送工作总结的通知", False),
        ("安全生产事故报告规定", False),
    ],
)
def test_a_title_tells_whether_a_document_reports(title: str, *, expected: bool) -> None:
    assert reports(title) is expected


def test_the_same_case_is_one_whichever_clause_stands_before() -> None:
    for ahead in ("", "经审核，", "2020年以来，", "有关单位和个人"):
        found = [
            words for words, role in parts(f"{ahead}未按时报送的，责令改正。") if role == "case"
        ]
        assert [words.endswith("未按时报送的，") for words in found] == [True]
