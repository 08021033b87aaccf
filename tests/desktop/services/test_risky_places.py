"""Folders where a library is at risk are told from all others, and the warning says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.services import risky_places
from desktop.services.risky_places import file_system, find_risk, synced_by

MOUNTS = """\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
30 22 0:30 / /proc rw - proc proc rw
41 22 0:41 / /home/ann/Press\\040desk rw,relatime - cifs //desk/press rw
42 22 0:42 / /mnt/nfs rw,relatime shared:7 - nfs4 desk:/press rw
43 42 0:43 / /mnt/nfs/local rw - ext4 /dev/sdb1 rw
44 22 0:44 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
45 22 0:45 / /home/ann/far rw - fuse.sshfs ann@desk:/ rw
46 22 0:46 / /home/ann/drive rw - fuse.google-drive-ocamlfuse x rw
47 22 0:47 / /mnt/usb rw - fuseblk /dev/sdc1 rw
a line that is none
"""


@pytest.fixture(autouse=True)
def mounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "mountinfo"
    path.write_text(MOUNTS)
    monkeypatch.setattr(risky_places, "_MOUNTS", path)
    return path


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/ann/Press desk/L.crosslight", "cifs"),
        ("/home/ann/Press deskt/L.crosslight", ""),
        ("/mnt/nfs/L.crosslight", "nfs4"),
        ("/mnt/nfs/local/L.crosslight", "ext4"),
        ("/home/ann/far/deep/L.crosslight", "fuse.sshfs"),
        ("/L.crosslight", ""),
    ],
)
def test_the_innermost_mount_of_a_path_is_taken(path: str, kind: str) -> None:
    assert file_system(Path(path), MOUNTS) == kind


@pytest.mark.parametrize("folder", ["/home/ann/Press desk", "/mnt/nfs", "/home/ann/far",
                                    "/run/user/1000/gvfs/smb-share"])  # fmt: skip
def test_a_library_on_a_network_is_warned_of(folder: str) -> None:
    warning = find_risk(Path(folder, "L.crosslight"))
    assert "is on a network" in warning
    assert folder in warning
    assert "copy its backups" in warning


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (Daily Test)", "Dropbox"),
        ("OneDrive", "OneDrive"),
        ("OneDrive - Daily Test", "OneDrive"),
        ("Google Drive", "Google Drive"),
        ("GoogleDrive-ann@example.org", "Google Drive"),
        ("iCloud Drive", "iCloud"),
        ("com~apple~CloudDocs", "iCloud"),
        ("Nextcloud", "Nextcloud"),
        ("nextcloud", "Nextcloud"),
    ],
)
def test_a_library_in_a_synced_folder_is_warned_of(
    tmp_path: Path, folder: str, service: str
) -> None:
    path = tmp_path / folder / "press" / "L.crosslight"
    assert synced_by(path) == service
    assert f"by {service}," in find_risk(path)


@pytest.mark.parametrize("mark", [".dropbox", ".stfolder", ".nextcloudsync.log"])
def test_a_synced_folder_of_any_name_is_known_by_what_lies_in_it(tmp_path: Path, mark: str) -> None:
    (tmp_path / mark).touch()
    assert find_risk(tmp_path / "deep" / "L.crosslight")


@pytest.mark.parametrize(
    "folder", ["Dropboxes", "My OneDriveway", "articles on Dropbox", "Google", "plain", "Clouds"]
)
def test_other_folders_are_no_risk(tmp_path: Path, folder: str) -> None:
    assert find_risk(tmp_path / folder / "L.crosslight") == ""


def test_a_stick_is_no_network_and_a_mounted_drive_is_synced() -> None:
    assert find_risk(Path("/mnt/usb/L.crosslight")) == ""
    assert "by Google Drive," in find_risk(Path("/home/ann/drive/L.crosslight"))


def test_a_link_is_followed_to_where_the_library_lies(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "plain").symlink_to(tmp_path / "Dropbox")
    assert find_risk(tmp_path / "plain" / "L.crosslight")


def test_a_system_that_lists_no_mounts_warns_of_none(mounts: Path) -> None:
    mounts.unlink()
    assert find_risk(Path("/mnt/nfs/L.crosslight")) == ""
