#!/usr/bin/env bash
# Builds @NAME@.wasm.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
contract=@CONTRACT@

for rustc in "${RUSTC:-rustc}" /usr/bin/rustc; do
    command -v "$rustc" > /dev/null && [[ -d $("$rustc" --print sysroot)/lib/rustlib/wasm32-wasip1 ]] && break
    rustc=
done
ld=${WASM_LD:-wasm-ld-19}
if [[ -z $rustc ]] || ! command -v "$ld" > /dev/null; then
    echo "build.sh: this needs the Debian packages (of trixie or later) rustc libstd-rust-dev-wasm32 lld-19; RUSTC and WASM_LD name others" >&2
    exit 1
fi

options=(--edition 2021 --crate-name function -C opt-level=2 -C lto=fat -C codegen-units=1 -C panic=abort -C strip=symbols
    -C target-feature=+bulk-memory -C linker-flavor=wasm-ld -C linker="$ld" -C link-arg=-zstack-size=32768 -C link-arg=--stack-first)
if [[ $contract == command ]]; then options+=(--target wasm32-wasip1); else options+=(--target wasm32-unknown-unknown --crate-type cdylib); fi
FUNCTION_HANDLER=handler.rs "$rustc" "${options[@]}" "$contract.rs" -o @NAME@.wasm
