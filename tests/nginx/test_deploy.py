"""From a merged change to the office's own server in one step."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ci.office import ENGLISH, found_office
from tests.nginx.server import running
from tests.trees import KEY

pytestmark = pytest.mark.nginx


def test_a_merged_change_is_before_readers_in_one_step_and_a_spoiled_one_never(tmp_path: Path) -> None:
    office, base = found_office(tmp_path / "office"), tmp_path / "srv"
    server = office.clone("server")
    assert server.make("deploy", f"TO={base}").returncode == 0
    with running(tmp_path / "nginx", base) as nginx:
        reload = " ".join(nginx.command("-s", "reload"))
        assert "VND 1,250.5 billion" in nginx.get(f"/en/{KEY}/").body.decode()

        editor = office.clone("editor")
        editor.change(ENGLISH, "1,250.5", "1,205.5", "Sai một số")
        editor.git("push", "--quiet", "origin", "main")
        server.git("pull", "--quiet")
        assert server.make("deploy", environment={"TO": str(base), "RELOAD": reload}).returncode != 0
        assert "VND 1,250.5 billion" in nginx.get(f"/en/{KEY}/").body.decode()

        editor.change(ENGLISH, "1,205.5", "1,250.5", "Sửa lại")
        editor.change(ENGLISH, "free of charge", "at no charge", "Sửa câu")
        editor.git("push", "--quiet", "origin", "main")
        server.git("pull", "--quiet")
        done = server.make("deploy", environment={"TO": str(base), "RELOAD": reload})
        assert done.returncode == 0, done.stdout + done.stderr
        assert "at no charge" in nginx.get(f"/en/{KEY}/").body.decode()


def test_a_server_that_nobody_named_is_not_published_to(tmp_path: Path) -> None:
    done = found_office(tmp_path / "office").clone("server").make("deploy")
    assert done.returncode != 0
    assert "TO=" in done.stderr
