#!/bin/sh
# Bring setup/node/node_modules to what its lock says, with the Node of .venv. Nothing is done when it is there already.
set -eu
cd "$(dirname "$0")/node"

stamp=node_modules/lock.stamp
key=$(cat package.json package-lock.json .npmrc | cksum)
[ "$(cat "$stamp" 2>/dev/null)" != "$key" ] || exit 0

echo "installing setup/node/package-lock.json into setup/node/node_modules"
PATH="$PWD/../../.venv/bin:$PATH" npm ci
echo "$key" > "$stamp"
