"""What the window asks of the office's settings, profile, rules and ignored findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from drafting.model.finding import Suppression
    from drafting.settings.profile import OfficeProfile
    from drafting.settings.setting import Settings
    from drafting.workspace.office.files import Office
    from drafting.workspace.office.licences import Licence


class OfficeCases:
    """Each use case is imported when it is first needed; quick enough for the window's thread."""

    def current(self) -> Office:
        """Return what the office's files hold now."""
        from drafting.workspace.office.files import shared_office_files

        return shared_office_files().current()

    def save_settings(self, settings: Settings) -> None:
        """Write the settings.

        Raises:
            StorageError: they could not be written.
        """
        from drafting.workspace.office.files import save_office_settings

        save_office_settings(settings)

    def save_profile(self, profile: OfficeProfile) -> None:
        """Write the office's own profile.

        Raises:
            StorageError: it could not be written.
        """
        from drafting.workspace.office.files import save_office_profile

        save_office_profile(profile)

    def read_profile(self, path: Path) -> OfficeProfile:
        """Return the profile in a file.

        Raises:
            DraftingError: it cannot be read or is no profile.
        """
        from drafting.settings.profile_file import load_profile

        return load_profile(path)

    def write_profile(self, path: Path, profile: OfficeProfile) -> None:
        """Write a profile for others.

        Raises:
            StorageError: it could not be written.
        """
        from drafting.settings.profile_file import save_profile

        save_profile(path, profile)

    def licences(self) -> tuple[Licence, ...]:
        """Return what the program stands on, with its terms."""
        from drafting.workspace.office.licences import LICENCES

        return LICENCES

    def licence_text(self, licence: Licence) -> str:
        """Return the whole text of a licence."""
        from drafting.workspace.office.licences import licence_text

        return licence_text(licence)

    def ignored(self) -> tuple[Suppression, ...]:
        """Return what the office ignores.

        Raises:
            DraftingError: its file cannot be read.
        """
        from drafting.workspace.office.ignoring import ignored_in_office

        return ignored_in_office()

    def take_back(self, wanted: Suppression) -> None:
        """Let the office ignore ``wanted`` no longer.

        Raises:
            DraftingError: its file could not be read or written.
        """
        from drafting.workspace.office.ignoring import take_back_in_office

        take_back_in_office(wanted)
