"""What ``make`` does not do needlessly, and what it does again."""

import shutil
import subprocess

from tests.conftest import ROOT


def would_run(folder, target):
    command = ["make", "--dry-run", target]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


def test_the_environment_is_made_when_it_is_gone_and_kept_by_clean(tmp_path):
    for name in ("Makefile", "requirements.lock", "pyproject.toml", "_toc.yml"):
        shutil.copy(ROOT / name, tmp_path)
    assert "tools/make-environment.sh" in would_run(tmp_path, "release")
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / ".installed").touch()
    assert "tools/make-environment.sh" not in would_run(tmp_path, "release")

    (tmp_path / "_build" / ".stamps").mkdir(parents=True)
    subprocess.run(["make", "--silent", "clean"], cwd=tmp_path, check=True)
    assert not (tmp_path / "_build").exists()
    assert "tools/make-environment.sh" not in would_run(tmp_path, "release")

    shutil.rmtree(tmp_path / ".venv")
    assert "tools/make-environment.sh" in would_run(tmp_path, "release")
