#!/bin/sh
# Bring .venv to what a lock says: `setup/venv.sh build` or `setup/venv.sh test`. Nothing is done when it is there already.
set -eu
cd "$(dirname "$0")/.."
. setup/python.sh

lock=setup/$1.lock
stamp=.venv/$1.stamp

if [ -d .venv ] && ! .venv/bin/python -c 'import pip' 2>/dev/null; then
    echo ".venv does not run (its Python has gone, the folder was moved, or making it was broken off): making it anew"
    rm -rf .venv
fi

key=$(cat "$lock" pyproject.toml | cksum)
[ "$(cat "$stamp" 2>/dev/null)" != "$key" ] || exit 0

if [ ! -d .venv ]; then
    python=$(find_python) || {
        echo "pressroom needs Python 3.11 or newer with its venv module; name one with: make PYTHON=/path/to/python3" >&2
        exit 1
    }
    echo "making .venv with $python"
    "$python" -m venv .venv
fi

pip() {
    .venv/bin/python -m pip --disable-pip-version-check --quiet "$@"
}
echo "installing $lock into .venv"
pip install --require-hashes --no-deps --only-binary :all: --requirement "$lock"
pip install --no-build-isolation --no-deps --editable .
echo "$key" > "$stamp"
