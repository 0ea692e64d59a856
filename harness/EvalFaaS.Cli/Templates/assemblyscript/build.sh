#!/usr/bin/env bash
# Builds @NAME@.wasm.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
contract=@CONTRACT@

asc=${ASC:-node_modules/.bin/asc}
if [[ ! -x $asc ]]; then
    command -v npm > /dev/null || { echo "build.sh: this needs npm, which brings the compiler; ASC names another asc" >&2; exit 1; }
    npm install --ignore-scripts --no-audit --no-fund --silent || { echo "build.sh: this needs the npm registry, which cannot be reached" >&2; exit 1; }
fi

options=(-O3 --noAssert --runtime stub --use abort=)
[[ $contract == reactor ]] || options+=(--exportStart _start)
"$asc" "$contract.ts" "${options[@]}" -o @NAME@.wasm
