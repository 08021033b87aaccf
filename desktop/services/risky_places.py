"""Folders where a library is at risk: on a network, or copied elsewhere while it is written."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_NETWORK = frozenset(
    {
        "9p", "afp", "afpfs", "afs", "ceph", "cifs", "coda", "davfs", "glusterfs", "gfs", "gpfs",
        "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "smb2", "smb3", "smbfs", "vboxsf", "virtiofs",
        "webdav",
    }
)  # fmt: skip
_NETWORK_BY_PROGRAM = (
    "ceph", "davfs", "glusterfs", "gvfsd", "kio", "mergerfs-nfs", "rclone", "s3fs", "sshfs",
    "vmhgfs",
)  # fmt: skip
_SYNCED_BY_PROGRAM = {"google-drive-ocamlfuse": "Google Drive", "onedriver": "OneDrive"}
# What the clients of these services call their folders, as the beginning of a name.
_SYNCED = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "box sync": "Box",
    "megasync": "MEGA",
    "pclouddrive": "pCloud",
    "proton drive": "Proton Drive",
    "yandex.disk": "Yandex Disk",
    "seafile": "Seafile",
}
# What they leave in a folder that may be called anything.
_MARKS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".tmp.drivedownload": "Google Drive",
    ".seafile-data": "Seafile",
}
_MOUNTS = Path("/proc/self/mountinfo")
_REMOTE_DRIVE = 4


def find_risk(path: Path) -> str:
    """Return a warning where a library should not lie at a path; an empty text where it may."""
    real = Path(os.path.realpath(path))
    if service := synced_by(real):
        return (
            f"The folder of {path} is kept in step with other computers by {service}, which may "
            "copy the library while it is written and so damage it. Keep it in a folder of this "
            "computer alone, and copy its backups instead."
        )
    if _is_on_network(real):
        return (
            f"The folder of {path} is on a network, where files are not always locked and written "
            "as a library needs it. Keep it on this computer, and copy its backups there instead."
        )
    return ""


def synced_by(path: Path) -> str:
    """Return the service that keeps a path in step with other computers; empty for none."""
    for folder in path.parents:
        name = folder.name.casefold()
        for beginning, service in _SYNCED.items():
            rest = name.removeprefix(beginning)
            if rest != name and not rest[:1].isalnum():
                return service
        for mark, service in _MARKS.items():
            if os.path.lexists(folder / mark):
                return service
    return _SYNCED_BY_PROGRAM.get(_program_of(file_system(path)), "")


def file_system(path: Path, mounts: str | None = None) -> str:
    """Return the kind of file system that a path lies on; empty where that is not known.

    Args:
        path: An absolute path.
        mounts: The mounts as Linux lists them; those of this computer, if they are left out.
    """
    if mounts is None:
        try:
            mounts = _MOUNTS.read_text("utf-8", "surrogateescape")
        except OSError:
            return ""
    best, kind = -1, ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields, described = before.split(" "), after.split(" ")
        if len(fields) < 5 or not described[0]:
            continue
        point = Path(_unescaped(fields[4]))
        # Of two on one point the later one is on top.
        if path.is_relative_to(point) and len(point.parts) >= best and point.parts != ("/",):
            best, kind = len(point.parts), described[0]
    return kind


def _is_on_network(path: Path) -> bool:
    if sys.platform == "win32":
        return _is_remote_drive(path)
    kind = file_system(path).casefold()
    program = _program_of(kind)
    return kind in _NETWORK or program.startswith(_NETWORK_BY_PROGRAM)


def _program_of(kind: str) -> str:
    return kind.removeprefix("fuse.") if kind.startswith("fuse.") else ""


def _unescaped(name: str) -> str:
    for code, letter in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        name = name.replace(code, letter)
    return name


if sys.platform == "win32":
    import ctypes

    def _is_remote_drive(path: Path) -> bool:
        if path.drive.startswith("\\\\"):
            return True
        return ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}\\") == _REMOTE_DRIVE

else:

    def _is_remote_drive(_path: Path) -> bool:
        return False
