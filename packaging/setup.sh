#!/bin/sh
# Makes a checkout ready: the libraries of the system, then .venv with Crosslight and its tools.
#
#   packaging/setup.sh          what running needs
#   packaging/setup.sh tests    also what the tests need
#
# PYTHON names the interpreter to use, otherwise the first fitting one is taken. As root on Debian
# missing packages are installed; otherwise they are named, with the command that installs them.
set -eu

cd "$(dirname "$0")/.."
purpose=${1:-run}
stamp=.venv/crosslight-setup
PATH=$PATH:/usr/sbin:/sbin

# What to look for, the Debian package that has it, and who needs it.
libraries='
libglib-2.0.so.0        libglib2.0-0           qt
libGL.so.1              libgl1                 qt
libEGL.so.1             libegl1                qt
libdbus-1.so.3          libdbus-1-3            qt
libfontconfig.so.1      libfontconfig1         qt
libxkbcommon.so.0       libxkbcommon0          qt
libxkbcommon-x11.so.0   libxkbcommon-x11-0     display
libxcb-cursor.so.0      libxcb-cursor0         display
libxcb-icccm.so.4       libxcb-icccm4          display
libxcb-image.so.0       libxcb-image0          display
libxcb-keysyms.so.1     libxcb-keysyms1        display
libxcb-render-util.so.0 libxcb-render-util0    display
libxcb-shape.so.0       libxcb-shape0          display
libxcb-xinerama.so.0    libxcb-xinerama0       display
libcups.so.2            libcups2               printing
'
programs='
Xvfb                     xvfb
xauth                    xauth
xdotool                  xdotool
openbox                  openbox
pcmanfm                  pcmanfm
wmctrl                   wmctrl
xwininfo                 x11-utils
import                   imagemagick
dbus-daemon              dbus
update-desktop-database  desktop-file-utils
xdg-mime                 xdg-utils
update-mime-database     shared-mime-info
pdftotext                poppler-utils
strace                   strace
'
# What a file manager and a screen reader need besides, by the names of Debian.
modules='at-spi2-core libatk-adaptor libgail-common python3-pyatspi libxfixes3 libglib2.0-bin
    fonts-dejavu-core adwaita-icon-theme'

missing=''     # packages to install
essential=''   # those of them without which the program does not start

say() {
    printf '%s\n' "$*" >&2
}

find_missing_libraries() {
    [ "$(uname)" = Linux ] && command -v ldconfig >/dev/null || return 0
    present=$(ldconfig -p)
    while read -r library package use; do
        case $present in *"$library "*) continue ;; esac
        [ -n "$library" ] || continue
        missing="$missing $package"
        if [ "$use" = qt ] || { [ "$use" = display ] && [ -n "${DISPLAY:-}" ]; }; then
            essential="$essential $package"
        fi
    done <<EOF
$libraries
EOF
}

find_missing_programs() {
    [ "$(uname)" = Linux ] || return 0
    while read -r program package; do
        [ -z "$program" ] || command -v "$program" >/dev/null || missing="$missing $package"
    done <<EOF
$programs
EOF
}

find_missing_modules() {
    command -v dpkg-query >/dev/null || return 0
    for package in $modules; do
        status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || :)
        [ "$status" = installed ] || missing="$missing $package"
    done
}

fits() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' 2>/dev/null
}

find_python() {
    for python in "${PYTHON:-}" python3 python3.13 python3.12 python3.11 python3.14; do
        if [ -n "$python" ] && fits "$python"; then
            return 0
        fi
    done
    python=''
}

find_missing_python() {
    [ ! -x .venv/bin/python ] || ! fits .venv/bin/python || return 0
    find_python
    if [ -z "$python" ]; then
        missing="$missing python3 python3-venv"
    elif ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        missing="$missing python3-venv"
    fi
}

find_missing() {
    missing='' essential=''
    find_missing_python
    find_missing_libraries
    if [ "$purpose" = tests ]; then
        find_missing_programs
        find_missing_modules
    fi
}

install_missing() {
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        return 0
    fi
    say "Installing with apt-get:$missing"
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086  # one word for each package
    { apt-get update -qq && apt-get install -qq --yes --no-install-recommends $missing; } >&2 ||
        say "apt-get could not install them."
    find_missing
}

name_missing() {
    [ -n "$missing" ] || return 0
    say "Missing, by their names in Debian:$missing"
    say "To install them:  sudo apt-get install --no-install-recommends$missing"
}

state() {
    pwd
    .venv/bin/python --version
    cat pyproject.toml packaging/constraints.txt packaging/setup.sh | cksum
}

make_environment() {
    if [ -x .venv/bin/python ] && fits .venv/bin/python; then
        return 0
    fi
    find_python
    if [ -z "$python" ] || ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        name_missing
        say "Crosslight needs Python 3.11 to 3.14 with its venv module. PYTHON=... names another one."
        exit 1
    fi
    "$python" -m venv --clear .venv
}

install_packages() {
    say "Installing Python packages into .venv; the first time this takes a minute or two."
    pip='.venv/bin/python -m pip --disable-pip-version-check --quiet'
    # Old versions of pip do not resolve the set of packages.
    $pip install --upgrade --constraint packaging/constraints.txt pip
    $pip install --constraint packaging/constraints.txt \
        --build-constraint packaging/constraints.txt --editable '.[dev]'
    state >"$stamp"
}

find_missing
[ -z "$missing" ] || install_missing
make_environment
if [ ! -x .venv/bin/crosslight ] || [ ! -f "$stamp" ] || [ "$(state)" != "$(cat "$stamp")" ]; then
    install_packages
fi
name_missing
if [ -n "$essential" ]; then
    say "Without these Crosslight does not start:$essential"
    exit 1
fi
