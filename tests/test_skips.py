"""Continuous integration runs every test: one that is skipped there fails the run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).with_name("conftest.py")
SKIPPING = """
import pytest

def test_that_passes() -> None:
    pass

@pytest.mark.skip(reason="no X server")
def test_that_is_skipped() -> None:
    pass
"""


@pytest.mark.slow
@pytest.mark.parametrize(("setting", "code"), [("true", 1), ("", 0)])
def test_a_skipped_test_fails_the_run_in_ci_alone(tmp_path: Path, setting: str, code: int) -> None:
    shutil.copy(CONFTEST, tmp_path)
    (tmp_path / "test_skipping.py").write_text(SKIPPING, "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)]

    done = subprocess.run(
        command,
        cwd=tmp_path,
        env=os.environ | {"CI": setting},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == code, done.stdout
