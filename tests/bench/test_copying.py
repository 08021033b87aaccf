"""The measurement of copies runs and gives figures of the right kind."""

from __future__ import annotations

from pathlib import Path

from tests.bench.copying import measure


def test_small_libraries_are_measured_in_rising_order(tmp_path: Path) -> None:
    found = list(measure(tmp_path, (200, 500)))
    assert [growth.articles for growth in found] == [200, 500]
    assert all(0.0 < growth.cpu_ms < 1000.0 for growth in found)
    assert all(200.0 < growth.key_bytes < 10_000.0 for growth in found)
