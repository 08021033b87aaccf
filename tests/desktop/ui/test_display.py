"""The look before the window: a missing library is named, not aborted on."""

from __future__ import annotations

from desktop.ui.display import XCB_LIBRARIES, explain_missing, has_display, missing_libraries


def refuse(name: str) -> object:
    raise OSError(name)


def test_missing_libraries_are_named_with_their_packages() -> None:
    missing = missing_libraries({"DISPLAY": ":0"}, "linux", refuse)
    assert missing == XCB_LIBRARIES
    message = explain_missing(missing)
    assert "libxcb-cursor.so.0" in message
    assert "apt-get install" in message
    assert "libxcb-cursor0" in message


def test_nothing_is_missing_where_all_load_or_x_is_not_used() -> None:
    assert missing_libraries({"DISPLAY": ":0"}, "linux", lambda name: name) == {}
    assert missing_libraries({"QT_QPA_PLATFORM": "offscreen"}, "linux", refuse) == {}
    assert missing_libraries({"DISPLAY": ":0"}, "darwin", refuse) == {}
    assert missing_libraries({"WAYLAND_DISPLAY": "w"}, "linux", refuse) == {}


def test_a_display_is_what_a_window_can_open_on() -> None:
    assert not has_display({}, "linux")
    assert has_display({}, "win32")
    assert has_display({"DISPLAY": ":0"}, "linux")
    assert has_display({"QT_QPA_PLATFORM": "offscreen"}, "linux")
