"""A look before the window opens: without some of X's libraries Qt would abort without a word."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Mapping

# What Qt's xcb platform plugin loads, and the Debian package that brings it.
XCB_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def has_display(environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> bool:
    """Say whether there is something to open a window on."""
    if environment.get("QT_QPA_PLATFORM"):
        return True
    if system != "linux":
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def missing_libraries(
    environment: Mapping[str, str] = os.environ,
    system: str = sys.platform,
    load: Callable[[str], object] = ctypes.CDLL,
) -> dict[str, str]:
    """Return the libraries that a window on X needs and that cannot be loaded, with packages."""
    platform = environment.get("QT_QPA_PLATFORM", "xcb" if environment.get("DISPLAY") else "")
    if system != "linux" or not platform.startswith("xcb"):
        return {}
    return {name: package for name, package in XCB_LIBRARIES.items() if not _loads(name, load)}


def explain_missing(missing: Mapping[str, str]) -> str:
    """Return the message that names missing libraries and how to install them."""
    names, packages = ", ".join(missing), " ".join(missing.values())
    return (
        f"crosslight: the window cannot open, as these libraries are missing: {names}.\n"
        f"On Debian and Ubuntu: sudo apt-get install {packages}\n"
    )


def _loads(name: str, load: Callable[[str], object]) -> bool:
    try:
        load(name)
    except OSError:
        return False
    return True
