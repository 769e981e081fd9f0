"""``kebu import --profile`` and ``--save-profile``."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Kebu


def test_a_mapping_is_written_edited_used_and_remembered(kebu: Kebu, book: Path, tmp_path: Path) -> None:
    table, mapping = tmp_path / "客户.csv", tmp_path / "mapping.json"
    table.write_text("客户名称,电话,内部代号\n甲公司,0512-66881234,X1\n", "utf-8")
    assert kebu("import", table, "--dry-run", "--save-profile", mapping).code == 0
    held = json.loads(mapping.read_text("utf-8"))
    assert held["mappings"][0]["columns"]["客户名称"] == {"targets": ["name"]}
    held["mappings"][0]["columns"]["内部代号"] = {"targets": ["wechat"]}
    mapping.write_text(json.dumps(held), "utf-8")
    assert kebu("import", table, "--profile", mapping).code == 0
    assert kebu("list", "customers", "--json").json[0]["wechat"] == "X1"
    table.write_text("客户名称,电话,内部代号\n乙公司,0512-66881235,X2\n", "utf-8")
    told = kebu("import", table)
    assert "as last time" in told.out
    assert {one["wechat"] for one in kebu("list", "customers", "--json").json} == {"X1", "X2"}
    table.write_text("客户名称,电话,内部代号\n丙公司,0512-66881236,X3\n", "utf-8")
    assert kebu("import", table, "--as-proposed").code == 0
    assert "X3" in kebu("list", "customers", "--where", "name=丙公司", "--json").json[0]["notes"]


def test_a_mapping_of_other_columns_is_refused(kebu: Kebu, book: Path, tmp_path: Path) -> None:
    table, mapping = tmp_path / "客户.csv", tmp_path / "mapping.json"
    table.write_text("客户名称,电话\n甲公司,0512-66881234\n", "utf-8")
    kebu("import", table, "--dry-run", "--save-profile", mapping)
    table.write_text("姓名,手机\n张伟,13800001001\n", "utf-8")
    refused = kebu("import", table, "--profile", mapping)
    assert refused.code != 0
    assert "fits none" in refused.err
    mapping.write_text("{}", "utf-8")
    assert "holds no mapping" in kebu("import", table, "--profile", mapping).err


def test_unknown_values_are_listed_and_explained_in_the_file(kebu: Kebu, book: Path, tmp_path: Path) -> None:
    table, mapping = tmp_path / "客户.csv", tmp_path / "mapping.json"
    table.write_text("客户名称,电话,级别\n甲公司,0512-66881234,V级客户\n乙公司,0512-66881235,A\n", "utf-8")
    assert kebu("import", table, "--dry-run", "--save-profile", mapping).code == 0
    held = json.loads(mapping.read_text("utf-8"))
    column = held["mappings"][0]["columns"]["级别"]
    assert column == {"targets": ["level"], "values": {"V级客户": None}}
    column["values"]["V级客户"] = "B"
    mapping.write_text(json.dumps(held), "utf-8")
    assert kebu("import", table, "--profile", mapping).code == 0
    assert {one["level"] for one in kebu("list", "customers", "--json").json} == {"A", "B"}


def test_rules_for_doubles(kebu: Kebu, book: Path, tmp_path: Path) -> None:
    table = tmp_path / "客户.csv"
    table.write_text("客户名称,电话\n苏州恒瑞精密机械有限公司,13800002317\n", "utf-8")
    assert kebu("import", table).code == 0
    table.write_text("客户名称,电话\n苏州恒瑞机械,13800002317\n", "utf-8")
    told = kebu("import", table, "--dry-run", "--json").json["files"][0]["sheets"][0]["doubtful"]
    assert [(one["row"], one["rule"], one["like"]) for one in told] == [(2, "phone", "苏州恒瑞精密机械有限公司")]
    assert 60 <= told[0]["score"] < 100
    other = kebu("import", table, "--dry-run", "--json", "--match", "tax_number,name")
    assert other.json["files"][0]["sheets"][0]["doubtful"] == []
    assert "moon" in kebu("import", table, "--match", "moon").err
