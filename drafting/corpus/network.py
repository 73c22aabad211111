"""Whether a file lies on a network share, where SQLite's write-ahead log does not work."""

from __future__ import annotations

import sys
from pathlib import Path

_MOUNTS = Path("/proc/self/mounts")
# Names of file systems as the kernel mounts them.
_NETWORK_SYSTEMS = frozenset(
    {
        "9p", "afs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.gvfsd-fuse",
        "fuse.rclone", "fuse.sshfs", "glusterfs", "ncpfs", "nfs", "nfs4", "smb3", "smbfs",
    }
)  # fmt: skip
_DRIVE_REMOTE = 4  # GetDriveTypeW's answer for a drive letter that stands for a share


def is_on_network(path: Path) -> bool:
    """Return whether ``path`` lies on a network share; False where that cannot be told."""
    if sys.platform == "win32":
        return _is_remote_drive(path)
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
        place = path.resolve()
    except OSError:
        return False
    best, system = "", ""
    for line in mounts.splitlines():
        _, folder, kind, *_ = line.split(" ")
        folder = folder.replace("\\040", " ")
        if len(folder) >= len(best) and place.is_relative_to(folder):
            best, system = folder, kind
    return system in _NETWORK_SYSTEMS


def _is_remote_drive(path: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        anchor = path.absolute().anchor
        kind = ctypes.windll.kernel32.GetDriveTypeW(anchor)
        return anchor.startswith("\\\\") or kind == _DRIVE_REMOTE
    return False
