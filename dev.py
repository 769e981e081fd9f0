#!/usr/bin/env python3
"""Every chore of the project, with nothing but Python 3.11 or newer: ``python3 dev.py --help``.

The first call makes ``.venv`` and installs what ``requirements.lock`` pins; later calls install only when it changed.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "installed.txt"
OLDEST = (3, 11)

# What PySide6's own files link to, and the Debian package that has it; found with ldd.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
X11_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}


class Stop(Exception):
    """Something that the person must do first; told in plain words."""


# --- the machine -----------------------------------------------------------------------------------------------------


def on_debian() -> bool:
    """Whether this is Debian, Ubuntu or a relative with apt."""
    return sys.platform == "linux" and Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def has_display() -> bool:
    """Whether a window can be shown here."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def apt_install(packages: list[str], why: str) -> None:
    """Install Debian packages when we are root; otherwise stop with the exact command."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        raise Stop(f"{why} Install it with:\n    sudo {' '.join(command)}\nthen run this again.")
    print(f"{why} Installing: {' '.join(packages)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update"], command):
        if subprocess.run(step, env=environment, stdout=subprocess.DEVNULL).returncode:
            raise Stop(f"This command failed: {' '.join(step)}\nRead its message above, then run this again.")


def missing_libraries(wanted: dict[str, str]) -> list[str]:
    """The Debian packages of those shared libraries that cannot be loaded."""
    packages = []
    for library, package in wanted.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            packages.append(package)
    return sorted(set(packages))


def ensure_qt_libraries(window: bool) -> None:
    """See to it that Qt finds the shared libraries it links to."""
    if sys.platform != "linux":
        return
    wanted = dict(QT_LIBRARIES)
    if window and os.environ.get("DISPLAY"):
        wanted |= X11_LIBRARIES
    if window and os.environ.get("WAYLAND_DISPLAY"):
        wanted |= WAYLAND_LIBRARIES
    packages = missing_libraries(wanted)
    if not packages:
        return
    if on_debian():
        apt_install(packages, "The window needs shared libraries that are missing here.")
    else:
        names = ", ".join(name for name, package in wanted.items() if package in packages)
        raise Stop(f"These shared libraries are missing: {names}. Install them with your system's package manager.")


# --- the environment -------------------------------------------------------------------------------------------------


def ensure_environment() -> None:
    """Make ``.venv`` if it is missing or broken, and install the lock if it changed since."""
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text().strip() == digest:
        return
    if not PYTHON.exists() or subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True).returncode:
        make_environment()
    print("Installing the locked dependencies into .venv; this takes a minute or two the first time.", flush=True)
    STAMP.unlink(missing_ok=True)
    pip("--require-hashes", "--only-binary", ":all:", "-r", str(LOCK))
    pip("--no-deps", "--no-build-isolation", "--no-index", "-e", str(ROOT))
    STAMP.write_text(digest + "\n")


def make_environment() -> None:
    """Make a new ``.venv`` with the Python that runs this script."""
    if importlib.util.find_spec("ensurepip") is None:
        why = "This Python cannot make virtual environments: its venv package is missing."
        if not on_debian():
            raise Stop(f"{why} Install the full Python {OLDEST[0]}.{OLDEST[1]} or newer, then run this again.")
        apt_install([f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"], why)
    print("Making .venv", flush=True)
    if subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)]).returncode:
        raise Stop("The virtual environment could not be made. Read the message above, then run this again.")


def pip(*arguments: str) -> None:
    """Run pip's install in the environment, quietly."""
    command = [str(PYTHON), "-m", "pip", "install", "-qq", "--no-compile", *arguments]
    if subprocess.run(command, cwd=ROOT, env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}).returncode:
        raise Stop(
            "The dependencies could not be installed. Read pip's message above; without a connection to the "
            "internet this cannot work the first time."
        )


def python(*arguments: str | Path, offscreen: bool = False, cwd: Path | None = ROOT) -> int:
    """Run the environment's Python and return its exit code."""
    environment = {**os.environ, "PYTHONUTF8": "1"}
    if offscreen:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    return subprocess.run([str(PYTHON), *map(str, arguments)], env=environment, cwd=cwd).returncode


# --- the commands ----------------------------------------------------------------------------------------------------


def demo(options: argparse.Namespace) -> int:
    """Import the sample spreadsheets into a book and open the window on it."""
    headless = options.headless or not has_display()
    ensure_qt_libraries(window=not headless)
    arguments = ["--headless"] if headless else []
    return python("-m", "installer.demo", *arguments, offscreen=headless)


def run(options: argparse.Namespace) -> int:
    """Run the program; what follows goes to it."""
    if not options.rest:
        if not has_display():
            raise Stop("There is no display to open the window on. Try: python3 dev.py run -- --help")
        ensure_qt_libraries(window=True)
    rest = options.rest[1:] if options.rest[:1] == ["--"] else options.rest
    return python("-m", "app", *rest, cwd=None)


def test(options: argparse.Namespace) -> int:
    """Run the tests, style, types and import contracts among them, without a window."""
    ensure_qt_libraries(window=False)
    workers = str(max(2, min(os.cpu_count() or 2, 8)))
    return python("-m", "pytest", "-n", workers, "--dist", "worksteal", "-q", *options.rest, offscreen=True)


def lint(options: argparse.Namespace) -> int:
    """Check style, types and import contracts."""
    fixes = (["ruff", "check", "--fix"], ["ruff", "format"]) if options.fix else ()
    checks = (["ruff", "check"], ["ruff", "format", "--check", "--output-format=concise"], ["mypy"], ["lint-imports"])
    failed = []
    for tool, *arguments in (*fixes, *checks):
        print("→", tool, *arguments, flush=True)
        if subprocess.run([str(BIN / tool), *arguments], cwd=ROOT).returncode:
            failed.append(tool)
    print(f"Failed: {', '.join(failed)}" if failed else "All clean.")
    return 1 if failed else 0


def bench(options: argparse.Namespace) -> int:
    """Measure the program against raw baselines and print the ratios."""
    ensure_qt_libraries(window=False)
    return python("-m", "tests.bench", *options.rest, offscreen=True)


def shots(options: argparse.Namespace) -> int:
    """Draw every page and dialog in both themes, languages and two sizes into build/shots."""
    ensure_qt_libraries(window=False)
    return python("-m", "installer.shots", *options.rest, offscreen=True)


def translate(options: argparse.Namespace) -> int:
    """Gather the texts, renew and compile the catalogues, and say what is not translated."""
    return python("-m", "installer.translate")


def parser() -> argparse.ArgumentParser:
    """The command line of this script."""
    top = argparse.ArgumentParser(prog="dev.py", description="Every chore of the project.")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for function in (demo, run, test, lint, bench, shots, translate):
        text = (function.__doc__ or "").strip()
        command = commands.add_parser(function.__name__, help=text, description=text)
        command.set_defaults(function=function)
        if function is demo:
            command.add_argument("--headless", action="store_true", help="no window: write all into build/demo")
        elif function is lint:
            command.add_argument("--fix", action="store_true", help="mend what ruff can mend first")
        elif function in HANDING_ON:
            command.usage = f"dev.py {function.__name__} [what is handed on ...]"
    return top


HANDING_ON = (run, test, bench, shots)


def read(words: list[str] | None = None) -> argparse.Namespace:
    """The command with its options; what a command hands on may begin with an option too, which argparse's own
    REMAINDER does not take.
    """
    top = parser()
    options, rest = top.parse_known_args(words)
    if rest and options.function not in HANDING_ON:
        top.error(f"unrecognized arguments: {' '.join(rest)}")
    options.rest = rest
    return options


def main() -> int:
    """Carry out one command and return its exit code."""
    if sys.version_info < OLDEST:
        print(f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 1
    options = read()
    try:
        ensure_environment()
        return int(options.function(options))
    except Stop as reason:
        print(reason, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
