#!/usr/bin/env bash
# Installs OpenClaw and the Node it needs into target/openclaw for the gateway tests: about 800 MB.
set -euo pipefail
cd "$(dirname "$0")/.."

published=@deeflectcom/smart-spawn@1.0.5

mkdir -p target/openclaw
cp gateway/package.json gateway/package-lock.json gateway/.npmrc target/openclaw/
cd target/openclaw
if ! cmp -s package-lock.json node_modules/.installed; then
  npm ci --silent
  cp package-lock.json node_modules/.installed
fi
npm pack --silent "$published" >/dev/null
