#!/usr/bin/env bash
# Calls @NAME@.wasm as a program and compares its answers. EVALFAAS names the evalfaas command.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

check() {
    local answer
    answer=$("${EVALFAAS:-evalfaas}" module run --env REQUEST_METHOD=GET --env PATH_INFO="$1" @NAME@.wasm | sed '1,/^\r$/d')
    [[ $answer == "$2" ]] || { echo "test.sh: $1 answers '$answer', not '$2'" >&2; exit 1; }
}

check / 'Hello, world!'
check /Ada 'Hello, Ada!'
echo passed
