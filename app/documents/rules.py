"""What a file's name tells: its kind for the eye, and whether opening it may run a program."""

from __future__ import annotations

# Files that Windows, macOS or Linux run, or that carry macros or links to programs; after the lists of Outlook's blocked
# attachments (support.microsoft.com) and of Gmail (support.google.com/mail/answer/6590), with the Unix ones.
RISKY = frozenset(
    "ade adp app appx appimage apk bas bat cab chm cmd com command cpl deb desktop dll dmg docm dotm ex_ exe gadget hlp hta "
    "img inf ins ipa iso isp jar js jse ksh lib lnk mde mht mhtml msc msi msix msp mst nsh ocx osx out pif pkg potm ppam ppsm "
    "pptm prg ps1 ps1xml ps2 psc1 psc2 py pyc pyw rb reg rpm run scf scpt scr sct sh shb shs sldm svg swf sys terminal tool "
    "url vb vbe vbs vhd vhdx vxd webloc workflow ws wsc wsf wsh xlam xlm xlsm xltm xll xnk".split()
)
_KINDS = {
    "image": "png jpg jpeg gif bmp webp tif tiff heic",
    "sheet": "xlsx xls xlsm csv ods et tsv",
    "text": "doc docx wps odt rtf txt md pdf ofd",
    "archive": "zip rar 7z gz tar",
}
_LONGEST, _LONGEST_BYTES, _LONGEST_ENDING = 120, 200, 40
"""Linux takes 255 bytes, and some go to a number in front; what is longer behind the last dot are words, not an ending."""
_BY_SUFFIX = {suffix: kind for kind, suffixes in _KINDS.items() for suffix in suffixes.split()}


def suffix(name: str) -> str:
    """The last ending of a file's name in small letters, without the dot; blanks and dots behind it do not hide it."""
    stem, dot, ending = name.rstrip(" .").rpartition(".")
    return ending.lower() if stem and dot else ""


def risky(name: str) -> bool:
    """Whether opening a file of this name may run a program. A name without an ending is taken for one."""
    found = suffix(name)
    return not found or found in RISKY


def kind(name: str) -> str:
    """ "image", "sheet", "text", "archive" or "file"."""
    return _BY_SUFFIX.get(suffix(name), "file")


def size_words(size: int) -> str:
    """A size as people read it: ``840 B``, ``12 KB``, ``3.4 MB``."""
    if size < 1000:
        return f"{size} B"
    for unit in ("KB", "MB", "GB"):
        value = size / 1000
        if value < 1000 or unit == "GB":
            return f"{value:.1f} {unit}" if value < 10 else f"{value:,.0f} {unit}"
        size = round(value)
    raise AssertionError


def safe_name(name: str) -> str:
    """A file's name that every system takes: no path, no signs that Windows refuses, at most 120 characters and 200 bytes."""
    plain = "".join("_" if _refused(sign) else sign for sign in name).strip(" .") or "file"
    stem, dot, ending = plain.rpartition(".")
    if not stem or len(ending.encode()) > _LONGEST_ENDING:
        stem, dot, ending = plain, "", ""
    tail = dot + ending
    kept = stem[: _LONGEST - len(tail)].encode()[: _LONGEST_BYTES - len(tail.encode())].decode(errors="ignore")
    return plain if kept == stem else kept.rstrip(" .") + tail


def _refused(sign: str) -> bool:
    return sign in '<>:"/\\|?*' or sign < " " or "\ud800" <= sign <= "\udfff"
