#!/bin/sh
# Install what the machine lacks of setup/system.list: `setup/system.sh build`, or `setup/system.sh build test`.
# Says what it installs and why. Where it cannot install, says what is missing and fails.
set -eu
cd "$(dirname "$0")/.."
. setup/python.sh

has_library() { # the loader's cache on Linux, Homebrew's folders on macOS
    for folder in /opt/homebrew/lib /usr/local/lib; do
        [ ! -e "$folder/$1.dylib" ] || return 0
    done
    PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null | grep -q "^[[:space:]]*$1\.so\."
}

has_font() {
    fc-list ":family=$1" family 2>/dev/null | grep -q .
}

has_java() { # the version's first number, but 8 is called 1.8
    major=$(java -version 2>&1 | sed -n 's/.*version "\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' | head -n 1)
    [ -n "$major" ] && [ "$major" -ge "$1" ]
}

has() { # has KIND NAME
    case $1 in
        python) find_python >/dev/null ;;
        library) has_library "$2" ;;
        font) has_font "$2" ;;
        command) command -v "$2" >/dev/null 2>&1 ;;
        java) has_java "$2" ;;
        *) echo "setup/system.list: there is no kind of need called $1" >&2; exit 2 ;;
    esac
}

# The lines of the wanted stages whose need is not met, fields without the blanks around them.
missing() {
    sed -e '/^#/d' -e '/^[[:space:]]*$/d' -e 's/[[:space:]]*|[[:space:]]*/|/g' setup/system.list |
        while IFS='|' read -r stage need apt brew why; do
            case " $stages " in *" $stage "*) ;; *) continue ;; esac
            has "${need%% *}" "${need#* }" || printf '%s|%s|%s|%s\n' "$need" "$apt" "$brew" "$why"
        done
}

field() { # field NUMBER: that field of the missing lines, as one line of words without repetition
    printf '%s\n' "$lacking" | cut -d '|' -f "$1" | tr ' ' '\n' | awk '!seen[$0]++' | tr '\n' ' '
}

explain() {
    printf '%s\n' "$lacking" | while IFS='|' read -r need apt brew why; do
        printf '  %-28s %s\n' "$need" "$why"
    done
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

install_apt() { # install_apt PACKAGE...
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null 2>&1; then
        echo "you are not root and there is no sudo; as root, type:"
        echo "  apt-get update && apt-get install --no-install-recommends $*"
        exit 1
    fi >&2
    as_root apt-get -q update
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "$@"
}

stages="$*"
lacking=$(missing)
[ -n "$lacking" ] || exit 0

echo "this machine lacks:"
explain
if command -v apt-get >/dev/null 2>&1; then
    echo "installing: $(field 2)"
    # shellcheck disable=SC2046 # one word a package
    install_apt $(field 2)
    lacking=$(missing)
    if [ -n "$lacking" ]; then # the package database and the disk may disagree
        # shellcheck disable=SC2046
        install_apt --reinstall $(field 2)
    fi
elif command -v brew >/dev/null 2>&1; then
    echo "installing: $(field 3)"
    # shellcheck disable=SC2046
    brew install $(field 3)
else
    echo "there is neither apt-get nor brew here; install the above with this system's own package manager." >&2
    echo "on Debian or Ubuntu it would be: apt-get install $(field 2)" >&2
    exit 1
fi

lacking=$(missing)
[ -z "$lacking" ] || {
    echo "still missing after the installation:"
    explain
    exit 1
} >&2
