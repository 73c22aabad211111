"""What the window remembers between two starts, in one INI file in the user's data folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSettings

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray

SETTINGS_FILE = "窗口.ini"
RECENT_LIMIT = 10
_OPEN, _PLACES = "files/open", "files/places"


class WindowSetting(NamedTuple):
    """One remembered value: its key in the file, what stands for nothing, what it is for."""

    key: str
    default: bool | int | str
    description: str


ZOOM = WindowSetting("page/zoom", 0, "稿件页面的缩放（百分数，0 为适合窗口宽度）")
SCHEME = WindowSetting(
    "window/scheme",
    "system",
    "配色：跟随系统（system）、浅色（light）、深色（dark）、高对比度（contrast）",
)
# What each word means for the style: None follows the system.
CONTRAST = "contrast"
SCHEMES: dict[str, bool | None] = {"system": None, "light": False, "dark": True, CONTRAST: True}
SHOW_OUTLINE = WindowSetting("window/outline", True, "显示提纲栏")  # noqa: FBT003 - a default
SHOW_SIDE = WindowSetting("window/side", True, "显示素材与问题栏")  # noqa: FBT003 - a default
COMPLETE_TYPING = WindowSetting("page/complete", True, "边写边提示套话")  # noqa: FBT003 - a default
NOTICE_READ = WindowSetting("window/notice_read", False, "看过涉密提示")  # noqa: FBT003 - a default
LAYOUT = WindowSetting("page/layout", "official", "没有另选版式的稿件所用的版式")
# A default, no switch.
REOPEN = WindowSetting("files/reopen", False, "启动时接着写上次的稿件")  # noqa: FBT003
LAST_FOLDER = WindowSetting("files/folder", "", "上次打开或保存稿件的文件夹")
PRINTER = WindowSetting("print/printer", "", "上次打印用的打印机")
DUPLEX = WindowSetting("print/duplex", "", "上次打印是单面还是双面，按打印程序的叫法")


class SettingsStore:
    """Typed access to the INI file; a damaged file or value reads as the default."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._settings = QSettings(str(folder / SETTINGS_FILE), QSettings.Format.IniFormat)

    def number(self, setting: WindowSetting) -> int:
        """Return a whole number."""
        value = self._settings.value(setting.key, setting.default)
        try:
            return int(str(value))
        except ValueError:
            return int(setting.default)

    def flag(self, setting: WindowSetting) -> bool:
        """Return a yes or no."""
        value = self._settings.value(setting.key, setting.default)
        return str(value).lower() in {"true", "1"}

    def word(self, setting: WindowSetting) -> str:
        """Return a text."""
        value = self._settings.value(setting.key, setting.default)
        return value if isinstance(value, str) else str(setting.default)

    def remember(self, setting: WindowSetting, value: bool | int | str) -> None:  # noqa: FBT001
        """Keep a value; the file is written soon afterwards."""
        self._make_folder()
        self._settings.setValue(setting.key, value)

    def last_folder(self) -> Path:
        """Return the folder in which a file was opened or saved last, the user's own at first."""
        remembered = self.word(LAST_FOLDER)
        return Path(remembered) if remembered else Path.home()

    def recent_files(self) -> list[Path]:
        """Return the files opened or saved last, the newest first."""
        value = self._settings.value("files/recent")  # a list for nothing makes PySide try types
        names = [value] if isinstance(value, str) else value
        if not isinstance(names, Sequence):
            return []
        return [Path(str(name)) for name in names if name][:RECENT_LIMIT]

    def add_recent(self, path: Path) -> None:
        """Put ``path`` at the head of the recent files."""
        others = [one for one in self.recent_files() if one != path]
        names = [str(one) for one in (path, *others)][:RECENT_LIMIT]
        self._make_folder()
        self._settings.setValue("files/recent", names)

    def forget_recent(self, path: Path) -> None:
        """Drop ``path``, which is gone."""
        names = [str(one) for one in self.recent_files() if one != path]
        self._settings.setValue("files/recent", names)

    def left_open(self) -> Path | None:
        """Return the draft that was open last, None where there was none."""
        value = self._settings.value(_OPEN, "")
        return Path(value) if isinstance(value, str) and value else None

    def remember_open(self, path: Path | None) -> None:
        """Keep which draft is open, or that none with a file is."""
        if path != self.left_open():
            self._make_folder()
            self._settings.setValue(_OPEN, "" if path is None else str(path))

    def place_in(self, path: Path) -> int:
        """Return the code point at which the caret of a draft stood last, 0 where unknown."""
        for one in self._places():
            place, _, name = one.partition(" ")
            if name == str(path) and place.isdecimal():
                return int(place)
        return 0

    def remember_place(self, path: Path, place: int) -> None:
        """Keep where the caret of a draft stands."""
        others = [one for one in self._places() if one.partition(" ")[2] != str(path)]
        self._make_folder()
        self._settings.setValue(_PLACES, [f"{place} {path}", *others][:RECENT_LIMIT])

    def forget_files(self) -> None:
        """Drop the recent files, the places in them, the open one and the last folder."""
        for key in ("files/recent", _PLACES, _OPEN, LAST_FOLDER.key):
            self._settings.remove(key)

    def _places(self) -> list[str]:
        value = self._settings.value(_PLACES, [])
        found = [value] if isinstance(value, str) else value
        return [str(one) for one in found] if isinstance(found, Sequence) else []

    def geometry(self, name: str) -> QByteArray | None:
        """Return what ``saveGeometry`` or ``saveState`` gave under that name, or None."""
        value = self._settings.value(f"window/{name}")
        if value is None:
            return None
        from PySide6.QtCore import QByteArray

        return value if isinstance(value, QByteArray) else None

    def remember_geometry(self, name: str, value: QByteArray) -> None:
        """Keep what ``saveGeometry`` or ``saveState`` gave."""
        self._make_folder()
        self._settings.setValue(f"window/{name}", value)

    def write(self) -> None:
        """Write the file now."""
        self._settings.sync()

    def _make_folder(self) -> None:
        # A folder that cannot be made only costs the memory of the window, never the program.
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return
