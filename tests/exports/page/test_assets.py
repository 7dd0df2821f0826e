from __future__ import annotations

import pytest

from exports.page import assets
from graph.errors import ExportError


def test_the_installed_vis_network_is_the_tested_one() -> None:
    assert "@version 9.1.2" in assets.scripts()[0]


def test_another_vis_network_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "VIS_FILES", dict.fromkeys(assets.VIS_FILES, "0" * 64))
    with pytest.raises(ExportError, match=r"install pyvis 0\.3\.2"):
        assets.scripts()


def test_no_script_can_end_its_element() -> None:
    for code in (*assets.scripts(), *assets.styles().values(), assets.site_style()):
        assert "</script" not in code.lower()
        assert "</style" not in code.lower()
        assert "<!--" not in code
        assert "\r" not in code


def test_our_scripts_use_no_way_to_make_html_or_code_of_text() -> None:
    for code in assets.scripts()[1:]:
        for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
            assert way not in code
        assert "new Function" not in code
        assert "fetch(" not in code
