#!/bin/sh
# Write the locks anew from pyproject.toml and setup/node/package.json: versions and hashes, no index addresses.
set -eu
cd "$(dirname "$0")/.."

tool=$(mktemp -d)
trap 'rm -rf "$tool"' EXIT
.venv/bin/python -m venv "$tool"
"$tool/bin/pip" install --quiet --disable-pip-version-check uv

compile() { # compile LOCK GROUP... : resolve for every platform and every Python that we support
    lock=$1
    shift
    for group in "$@"; do set -- "$@" --group "$group"; shift; done
    "$tool/bin/uv" pip compile pyproject.toml "$@" --quiet --upgrade --universal \
        --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate \
        --constraint "$tool/constraints" --output-file "$lock"
}
: > "$tool/constraints"
compile setup/build.lock build
cp setup/build.lock "$tool/constraints" # what is tested is what is installed
compile setup/test.lock build test

mkdir "$tool/node"
cp setup/node/package.json setup/node/.npmrc "$tool/node" # away from installed modules: npm would keep their versions
(cd "$tool/node" && PATH="$OLDPWD/.venv/bin:$PATH" npm install --package-lock-only)
cp "$tool/node/package-lock.json" setup/node
