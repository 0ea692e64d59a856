#!/usr/bin/env bash
# Builds @NAME@.wasm.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
contract=@CONTRACT@

clang=${CLANG:-clang-19}
if ! command -v "$clang" > /dev/null || [[ ! -e /usr/include/wasm32-wasi/unistd.h ]]; then
    echo "build.sh: this needs the Debian packages (of trixie or later) clang-19 lld-19 wasi-libc libclang-rt-19-dev-wasm32; CLANG names another clang" >&2
    exit 1
fi

options=(--target=wasm32-wasi -std=c17 -O2 -flto -Wall -Wextra -Werror -mbulk-memory -Wl,-z,stack-size=32768 -Wl,--stack-first -Wl,--gc-sections -Wl,--strip-all)
[[ $contract == command ]] || options+=(-nostdlib -Wl,--no-entry)
"$clang" "${options[@]}" ./*.c -o @NAME@.wasm
