import pytest

from graph.align import align, compare, prepare
from graph.align.comparison import NOTE, Change, Comparison, Direction, ProvisionAlignment
from graph.align.correspond import DECIDED
from graph.align.masking import mask, masker
from graph.model import Reading, SourceText
from graph.pipeline import read_text
from tests.graph.chain import read


def of(comparison: Comparison, child: str) -> ProvisionAlignment:
    return next(each for each in comparison.alignments if each.child == child)


@pytest.mark.parametrize(
    ("child", "parent"),
    [
        ("一", "一（一）"),
        ("二", "一（二）"),
        ("三（一）", "二（三）"),
        ("三（二）", "二（四）"),
        ("三（三）", "二（五）"),
        ("三（四）", "二（六）"),
        ("四（六）", "三（八）"),
    ],
)
def test_a_clause_finds_the_parent_that_it_carries_out(
    down: Comparison, child: str, parent: str
) -> None:
    assert [link.label for link in of(down, child).parents] == [parent]


def test_a_clause_of_its_own_has_no_parent_but_a_nearest_candidate(down: Comparison) -> None:
    (lonely,) = down.child_without_parent
    assert lonely.label == "三（五）"
    assert lonely.nearest is not None
    assert lonely.score < DECIDED


def test_a_parent_that_nobody_carries_out_is_a_gap(down: Comparison) -> None:
    assert [gap.label for gap in down.parent_without_child] == ["二（七）"]


def test_a_pure_heading_is_neither_aligned_nor_missing(down: Comparison) -> None:
    named = {each.child for each in down.alignments}
    named |= {each.label for each in (*down.child_without_parent, *down.parent_without_child)}
    assert named.isdisjoint({"三", "四"})


@pytest.mark.parametrize(
    ("child", "changes"),
    [
        ("一", {Change.UNCHANGED}),
        ("二", {Change.LOCALISED}),
        ("三（一）", {Change.LOCALISED, Change.RELAXED}),
        ("三（二）", {Change.NARROWED}),
        ("三（三）", {Change.UNCHANGED}),
        ("三（四）", {Change.WIDENED, Change.RELAXED}),
        ("四（六）", {Change.LOCALISED, Change.ADDED_DETAIL}),
    ],
)
def test_the_province_changes_what_it_takes_over(
    down: Comparison, child: str, changes: set[Change]
) -> None:
    assert set(of(down, child).changes) == changes


@pytest.mark.parametrize(
    ("child", "changes"),
    [("一", {Change.LOCALISED, Change.NARROWED, Change.TIGHTENED}), ("二", {Change.CHANGED})],
)
def test_the_city_is_stricter_or_undecided(
    further_down: Comparison, child: str, changes: set[Change]
) -> None:
    assert set(of(further_down, child).changes) == changes


@pytest.mark.parametrize(
    ("child", "stated"),
    [
        (
            "三（一）",
            [
                ("在我省连续居住满三年", "在当地连续居住满五年", Direction.RELAXED),
                (
                    "入住条件中对缴纳医疗保险的年限要求不得超过2年",
                    "入住条件中对缴纳医疗保险的年限要求不得超过5年",
                    Direction.RELAXED,
                ),
                ("配偶、父母", "配偶", Direction.RELAXED),
            ],
        ),
        (
            "三（二）",
            [
                (
                    "（省民政厅、省商务厅按职责分工负责）",
                    "（民政部、商务部牵头）",
                    Direction.DUTY_WEAKER,
                )
            ],
        ),
        (
            "三（四）",
            [
                ("全面", "探索", Direction.RELAXED),
                ("具体办法要尽快出台", "具体办法确保在2031年底前出台", Direction.DUTY_WEAKER),
            ],
        ),
    ],
)
def test_a_parameter_states_both_values_and_its_direction(
    down: Comparison, child: str, stated: list[tuple[str, str, Direction]]
) -> None:
    assert stated == [
        (
            each.child and down.child.quote(each.child),
            each.parent and down.parent.quote(each.parent),
            each.direction,
        )
        for each in of(down, child).parameters
    ]


def test_what_is_left_unsaid_is_dropped(further_down: Comparison) -> None:
    dropped = [p for p in of(further_down, "一").parameters if p.direction is Direction.DROPPED]
    assert [(p.subject, p.child) for p in dropped] == [("入住条件中对缴纳医疗保险的年限要求", None)]


def test_a_document_corresponds_to_itself_unchanged(nation: Reading) -> None:
    same = align(nation, nation)
    assert [(each.child, each.parents[0].label) for each in same.alignments] == [
        (each.child, each.child) for each in same.alignments
    ]
    assert {each.changes for each in same.alignments} == {(Change.UNCHANGED,)}
    assert same.child_without_parent == same.parent_without_child == ()


def test_readings_prepared_once_give_the_same_comparison(
    province: Reading, nation: Reading, down: Comparison
) -> None:
    assert compare(prepare(province), prepare(nation)) == down


def test_a_shared_passage_is_the_same_on_both_sides_but_for_places(down: Comparison) -> None:
    ours, theirs = masker(down.child), masker(down.parent)
    for alignment in down.alignments:
        for link in alignment.parents:
            assert link.evidence.passages
            for passage in link.evidence.passages:
                child, parent = down.child.quote(passage.child), down.parent.quote(passage.parent)
                assert (
                    mask(ours, child, 0, len(child)).text
                    == mask(theirs, parent, 0, len(parent)).text
                )


def test_everything_is_a_candidate_until_someone_reviews_it(down: Comparison) -> None:
    assert {link.status for each in down.alignments for link in each.parents} == {"candidate"}


def test_the_note_says_that_a_correspondence_proves_nothing() -> None:
    assert "不是结论" in NOTE["zh"]
    assert "never a verdict" in NOTE["en"]


def test_a_letter_without_clauses_leaves_every_parent_clause_a_gap(nation: Reading) -> None:
    text = "关于做好工作的通知\n云政办发〔2030〕1号\n各市人民政府：\n请做好有关工作。\n2030年1月1日"
    letter = read_text(SourceText(text, "letter.txt", "text/plain", "utf-8", ""))
    found = align(letter, nation)
    assert found.alignments == ()
    assert {gap.nearest for gap in found.parent_without_child} == {None}
    assert len(found.parent_without_child) == len(prepare(nation).clauses)


_NAMING = """某市人民政府关于印发招生工作办法的通知
某市政办发〔2031〕2号
根据《某省人民政府关于推进户籍制度改革的意见》（某政发〔2030〕1号），制定本办法。
一、放宽落户条件。在建制镇有合法稳定住所的人员及其配偶、子女可以申请登记常住户口。
二、均衡编班。学校应当采用随机方式编排班级和任课教师，邀请家长代表到场监督，编班结果当场公布。
"""


def test_the_words_of_a_subject_alone_are_no_correspondence() -> None:
    parent = read(
        """某省人民政府关于推进户籍制度改革的意见
某政发〔2030〕1号
一、放宽城镇落户条件。在建制镇有合法稳定住所的人员及其配偶、子女可以在当地申请登记常住户口。
二、完善人口信息管理。建设和完善覆盖全部实有人口的国家人口基础信息库，分类完善劳动就业、教育、收入、\
社保、房产、信用等信息系统。
三、加强督促检查。公安部门会同有关部门对落实情况进行跟踪评估，确保改革积极稳妥推进。
""",
        "parent.txt",
    )
    child = read(
        """某市人民政府关于印发招生工作办法的通知
某市政办发〔2031〕2号
一、免试就近入学。公办学校按照划定的服务区域接收学生，不得以竞赛证书作为录取依据。
二、规范报名材料。家长应当提交预防接种证明和房产登记材料，由学校和教育信息系统核验，不再收取复印件。
三、均衡编班。学校应当采用随机方式编排班级和任课教师，邀请家长代表到场监督，编班结果当场公布。
""",
        "child.txt",
    )
    found = align(child, parent)
    assert found.alignments == ()
    near = {each.label: each.nearest for each in found.child_without_parent}
    assert near["二"] == "二"
    named = align(read(_NAMING, "named.txt"), parent)
    assert [each.child for each in named.alignments] == ["一"]
