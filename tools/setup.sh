#!/usr/bin/env bash
# setup.sh [run|test]: makes everything a fresh Debian/Ubuntu machine needs: uv, the environment, Qt's system libraries.
# Quiet when there is nothing to do. Prints what is missing, in one line, when it may not install it itself.
set -euo pipefail
cd "$(dirname "$0")/.."
what=${1:-run}

say() { printf 'comillas: %s\n' "$*" >&2; }

# Debian packages may be installed by root, or by a person whose sudo asks for no password.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo "$@"
    else return 1
    fi
}

apt_install() {
    command -v apt-get >/dev/null || return 1
    if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null 2>&1; then
        as_root apt-get update -qq >/dev/null 2>&1 || return 1
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null 2>&1
    fi
}

find_python() {
    local candidate
    for candidate in python3 python3.13 python3.12 python3.11 python3.14; do
        if command -v "$candidate" >/dev/null && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"; return
        fi
    done
    say "Python 3.11 or newer is needed; install python3 and try again."
    exit 1
}

# uv from the machine if it is there, else a copy of our own in .tools, which git ignores.
find_uv() {
    if command -v uv >/dev/null; then command -v uv; return; fi
    if [ -x .tools/bin/uv ]; then echo .tools/bin/uv; return; fi
    local python; python=$(find_python)
    say "fetching uv into .tools"
    rm -rf .tools
    if "$python" -m venv .tools >/dev/null 2>&1 || { apt_install python3-venv && rm -rf .tools && "$python" -m venv .tools >/dev/null 2>&1; }; then
        .tools/bin/python -m pip install --quiet uv >&2
    elif "$python" -m pip --version >/dev/null 2>&1; then
        "$python" -m pip install --quiet --target .tools uv >&2
    else
        rm -rf .tools
        say "uv is missing and cannot be fetched: install uv, or python3-venv, and try again."
        exit 1
    fi
    echo .tools/bin/uv
}

# What Qt loads from the system: the xcb (X11) and Wayland platforms and text rendering. Checked by loading it.
qt_needs() {
    local plugins
    plugins=$(.venv/bin/python -c 'import importlib.util, pathlib; print(pathlib.Path(importlib.util.find_spec("PySide6").origin).parent / "Qt" / "plugins" / "platforms")')
    { ldd "$plugins"/libqxcb.so "$plugins"/libqoffscreen.so 2>/dev/null || true; } | awk '/not found/ {print $1}' | sort -u
}

QT_PACKAGES="libegl1 libgl1 libopengl0 libglib2.0-0 libfontconfig1 libfreetype6 libdbus-1-3 libxkbcommon0 libxkbcommon-x11-0 \
libxcb1 libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 \
libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xinerama0 libxcb-xkb1"

uv=$(find_uv)
groups=--no-dev
[ "$what" = run ] || groups=--dev
# A stamp spares the resolver when nothing changed: the window must be there at once.
stamp=.venv/.comillas-$what
if [ ! -e "$stamp" ] || [ pyproject.toml -nt "$stamp" ]; then
    [ -d .venv ] || say "making the environment (once; about 300 MB to fetch)"
    if [ "$what" = run ] && [ -e .venv/.comillas-test ]; then groups=--dev; fi
    # The lock would carry registry addresses, so it is neither kept nor trusted: ranges in pyproject.toml pin.
    rm -f uv.lock
    "$uv" sync --quiet $groups --python "$(find_python)"
    rm -f uv.lock
    touch "$stamp"
fi
if [ "$(uname -s)" = Linux ] && [ ! -e .venv/.comillas-qt ]; then
    if [ -n "$(qt_needs)" ]; then
        say "installing the system libraries Qt needs"
        # shellcheck disable=SC2086  # a list of packages
        apt_install $QT_PACKAGES || true
        missing=$(qt_needs)
        if [ -n "$missing" ]; then
            say "Qt needs these system libraries: $(echo $missing)"
            say "On Debian or Ubuntu: sudo apt-get install $(echo $QT_PACKAGES)"
            exit 1
        fi
    fi
    touch .venv/.comillas-qt
fi
