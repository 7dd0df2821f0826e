import datetime as dt

import pytest

from graph.model import Jurisdiction
from graph.resolve import Agency, resolve_agency
from tests.graph.resolve.named import FUJIAN, GUANGAN, KORLA, NATION, SHANGHAI, identity_of


@pytest.mark.parametrize(
    ("mention", "place", "identity"),
    [
        ("我市公安局", KORLA, "652801/公安局"),
        ("市本市户籍制度改革工作协调小组", SHANGHAI, "310000/市户籍制度改革工作协调小组"),
        ("市前锋区政府", GUANGAN, "511603/人民政府"),
        ("市闵行区政府", SHANGHAI, "310112/人民政府"),
        ("广安银保监分局", GUANGAN, "511600/银行保险监督管理局"),
        ("人行广安市中心支行", GUANGAN, "511600/中国人民银行支行"),
        ("人行福州中心支行", FUJIAN, "350100/中国人民银行支行"),
        ("福州海关", FUJIAN, "350100/海关"),
        ("国家税务总局库尔勒市税务局", KORLA, "652801/税务局"),
        ("中共福建省委", FUJIAN, "350000/党委"),
        ("市团市委", GUANGAN, "511600/共青团委员会"),
        ("市政府金融办", GUANGAN, "511600/地方金融管理局"),
        ("市委组织部（市人才办）", GUANGAN, "511600/党委组织部"),
        ("国务院公安部门", NATION, "CN/公安部"),
        ("药监局", NATION, "CN/国家药品监督管理局"),
        ("兵团", KORLA, "CN/新疆生产建设兵团"),
        ("公安部交通管理局", KORLA, "CN/公安部交通管理局"),
        ("华蓥市", GUANGAN, "511681/行政区域"),
        ("市广安经开区管委会", GUANGAN, "511600/广安经开区管委会"),
    ],
)
def test_the_forms_of_names_lead_to_one_body(
    mention: str, place: Jurisdiction, identity: str
) -> None:
    assert identity_of(resolve_agency(mention, place, dt.date(2019, 6, 1))) == identity


@pytest.mark.parametrize(
    ("mention", "day", "kind"),
    [
        ("市林业局", dt.date(2018, 10, 15), "林业局"),
        ("市林业局", dt.date(2022, 9, 2), "林业和草原局"),
        ("税务部门", dt.date(2019, 6, 1), "税务局"),
        ("税务部门", dt.date(2012, 8, 21), None),  # 国税 or 地税
        ("市卫生部门", None, None),
    ],
)
def test_a_name_is_read_as_of_the_day_of_its_document(
    mention: str, day: dt.date | None, kind: str | None
) -> None:
    found = resolve_agency(mention, KORLA, day)
    assert (found.kind if isinstance(found, Agency) else None) == kind
