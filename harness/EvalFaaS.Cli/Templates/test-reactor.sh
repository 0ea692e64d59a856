#!/usr/bin/env bash
# Deploys @NAME@.wasm and compares its answers. EVALFAAS names the evalfaas command, EVALFAAS_NODE the node (evalfaas node starts one).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
evalfaas=${EVALFAAS:-evalfaas}

check() {
    local answer
    answer=$("$evalfaas" function invoke @NAME@ --path "$1")
    [[ $answer == "$2" ]] || { echo "test.sh: $1 answers '$answer', not '$2'" >&2; exit 1; }
}

"$evalfaas" function deploy @NAME@ @NAME@.wasm
check / 'Hello, world!'
check /Ada 'Hello, Ada!'
echo passed
