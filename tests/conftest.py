"""What holds for every test: no display, a home of its own, and no skipped test in CI."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

IN_CI = os.environ.get("CI", "") not in {"", "0", "false"}
# Set before any test module is imported: Qt and platformdirs look once.
_HOME = tempfile.TemporaryDirectory(prefix="crosslight-tests-")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("CROSSLIGHT_LIBRARY", None)
for _name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
    os.environ[_name] = str(Path(_HOME.name, _name.lower()))
    Path(os.environ[_name]).mkdir()
os.environ["XDG_RUNTIME_DIR"] = str(Path(_HOME.name, "runtime"))
Path(os.environ["XDG_RUNTIME_DIR"]).mkdir(mode=0o700)

settings.register_profile(
    "crosslight",
    deadline=None,  # a busy machine is not a slow function
    max_examples=50,
    derandomize=IN_CI,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("crosslight")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run in CI that skipped a test: the set-up is there to install what tests need."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if IN_CI and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        reporter.write_line("Skipped tests count as failures in CI.", red=True)


def pytest_unconfigure() -> None:
    """Remove the home of this run."""
    _HOME.cleanup()
