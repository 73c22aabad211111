"""What the office has set for all its drafts: profile, settings, ignored findings."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from drafting.errors import DraftingError
from drafting.settings.profile import OfficeProfile
from drafting.settings.profile_file import default_profile_path, load_profile, save_profile
from drafting.settings.setting import Settings
from drafting.settings.settings_file import default_settings_path, load_settings, save_settings
from drafting.workspace.office.ignoring import ignored_in_office, office_ignoring_path

if TYPE_CHECKING:
    from pathlib import Path

    from drafting.model.finding import Suppression

# When and how long a file is, or None where there is none.
_Stamp = tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Office:
    """Profile, settings and what is ignored; ``problems`` name faulty files to the user.

    For a faulty file stands what holds without one.
    """

    profile: OfficeProfile = field(default_factory=OfficeProfile)
    settings: Settings = field(default_factory=Settings)
    ignored: tuple[Suppression, ...] = ()
    problems: tuple[str, ...] = ()


class OfficeFiles:
    """The office's files in the user's data folder, read again when one has changed."""

    def __init__(self) -> None:
        self._office: Office | None = None
        self._stamps: tuple[_Stamp, ...] = ()

    def current(self) -> Office:
        """Return what the files hold now."""
        paths = (default_profile_path(), default_settings_path(), office_ignoring_path())
        stamps = tuple(_stamp(path) for path in paths)
        if self._office is None or stamps != self._stamps:
            self._office, self._stamps = load_office(), stamps
        return self._office


@cache
def shared_office_files() -> OfficeFiles:
    """Return the office's files as this process reads them."""
    return OfficeFiles()


def load_office(profile_path: Path | None = None) -> Office:
    """Return what the office's files hold; ``profile_path`` names another profile.

    A file that is missing counts as empty. The profile that is named must be sound.

    Raises:
        ImportProblem: the profile named cannot be read.
        ResourceError: it is no profile.
    """
    problems: list[str] = []
    profile, settings = OfficeProfile(), Settings()
    ignored: tuple[Suppression, ...] = ()
    if profile_path is not None:
        profile = load_profile(profile_path)
    elif (own := default_profile_path()).exists():
        try:
            profile = load_profile(own)
        except DraftingError as error:
            problems.append(str(error))
    if (path := default_settings_path()).exists():
        try:
            settings = load_settings(path)
        except DraftingError as error:
            problems.append(str(error))
    try:
        ignored = ignored_in_office()
    except DraftingError as error:
        problems.append(str(error))
    return Office(profile, settings, ignored, tuple(problems))


def save_office_settings(settings: Settings) -> None:
    """Write the settings; they hold from the next check on.

    Raises:
        StorageError: they could not be written.
    """
    save_settings(default_settings_path(), settings)


def save_office_profile(profile: OfficeProfile) -> None:
    """Write the office's own profile; the one before stays as ``….bak``.

    Raises:
        StorageError: it could not be written.
    """
    save_profile(default_profile_path(), profile)


def _stamp(path: Path) -> _Stamp:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
