#!/usr/bin/env bash
# Builds the functions: WebAssembly into prebuilt/ (both contracts), native programs into native/bin/.
# Usage: build.sh [NAME...] [--wasm|--native] [--out DIR]
#   NAME      a function, or one of its languages (fibonacci, fibonacci-rust); all without one
#   --wasm    WebAssembly alone          --native  native programs alone; both without either
#   --out DIR puts the files into DIR/prebuilt and DIR/native/bin instead of here
# Native programs that are up to date are left as they are.
# Exit code: 0 all built (Rust ones may be left out of a native build where there is no rustc; it says so), 1 failed, 2 usage.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=$here
names=() wasm=1 native=1

usage() { sed -n '2,6s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2; }
fail() { echo "build.sh: $*" >&2; exit 1; }

while (($#)); do
    case $1 in
        --wasm) native=0 ;;
        --native) wasm=0 ;;
        --out) (($# > 1)) || usage; mkdir -p "$2"; out=$(cd "$2" && pwd); shift ;;
        -*) usage ;;
        *) names+=("$1") ;;
    esac
    shift
done
((wasm || native)) || usage

# The first of these commands that is there.
first() { local c; for c in "$@"; do command -v "$c" && return; done; return 1; }

# A rustc that has this target; a toolchain of one's own may come first in the path and lack it.
rustc_with() {
    local rustc root
    for rustc in "${RUSTC:-}" rustc /usr/bin/rustc; do
        [[ -n $rustc ]] && command -v "$rustc" >/dev/null || continue
        root=$("$rustc" --print sysroot) && [[ -d $root/lib/rustlib/$1/lib ]] && { command -v "$rustc"; return; }
    done
    return 1
}

# Every build as "output-name function language", from the folders alone.
builds() {
    local dir name languages language
    for dir in "$here"/*/; do
        name=$(basename "$dir") languages=()
        [[ -e $dir/handler.c ]] && languages+=(c)
        [[ -e $dir/handler.rs ]] && languages+=(rust)
        for language in "${languages[@]}"; do
            ((${#languages[@]} > 1)) && echo "$name-$language $name $language" || echo "$name $name $language"
        done
    done
}

selected() {
    local output name language wanted
    while read -r output name language; do
        ((${#names[@]})) || { echo "$output $name $language"; continue; }
        for wanted in "${names[@]}"; do
            [[ $wanted == "$output" || $wanted == "$name" ]] && { echo "$output $name $language"; break; }
        done
    done < <(builds)
}

for wanted in "${names[@]}"; do
    builds | awk -v w="$wanted" '$1 == w || $2 == w { found = 1 } END { exit !found }' ||
        fail "there is no function $wanted; there are: $(builds | awk '{ print $1 }' | paste -sd' ')"
done

# Paths are relative and nothing else of this machine gets into the files.
cd "$here"
c_common=(-std=c17 -O2 -flto -Wall -Wextra -Werror -Ishells)
c_wasm=(--target=wasm32-wasi -mbulk-memory -Wl,-z,stack-size=32768 -Wl,--stack-first -Wl,--gc-sections -Wl,--strip-all)
reactor_c=(-nostdlib -Wl,--no-entry shells/reactor.c shells/freestanding.c shells/arena.c)
command_c=(shells/command.c shells/shell.c shells/cgi.c shells/arena.c)
native_c=(shells/{native,server,listener,connection,answer,http,shell,cgi,arena}.c -pthread)
rust_common=(--edition 2021 --crate-name function -C opt-level=2 -C lto=fat -C codegen-units=1 -C panic=abort -C strip=symbols -D warnings)
rust_wasm=(-C target-feature=+bulk-memory -C linker-flavor=wasm-ld -C link-arg=-zstack-size=32768 -C link-arg=--stack-first)

wasm_c() {
    "$clang" "${c_common[@]}" "${c_wasm[@]}" "${reactor_c[@]}" "$2"/*.c -o "$out/prebuilt/$1.wasm"
    "$clang" "${c_common[@]}" "${c_wasm[@]}" "${command_c[@]}" "$2"/*.c -o "$out/prebuilt/$1-wasi.wasm"
}

wasm_rust() {
    FUNCTION_HANDLER="../../$2/handler.rs" "$rustc" "${rust_common[@]}" "${rust_wasm[@]}" -C linker="$wasm_ld" \
        --target wasm32-unknown-unknown --crate-type cdylib shells/rust/reactor.rs -o "$out/prebuilt/$1.wasm"
    FUNCTION_HANDLER="../../$2/handler.rs" "$rustc" "${rust_common[@]}" "${rust_wasm[@]}" -C linker="$wasm_ld" \
        --target wasm32-wasip1 shells/rust/command.rs -o "$out/prebuilt/$1-wasi.wasm"
}

build_wasm() {
    local missing=() output name language
    clang=$(first "${CLANG:-clang-19}" clang-20 clang) || missing+=(clang-19)
    wasm_ld=$(first "${WASM_LD:-wasm-ld-19}" wasm-ld-20 wasm-ld) || missing+=(lld-19)
    [[ -e /usr/include/wasm32-wasi/unistd.h ]] || missing+=(wasi-libc)
    [[ -z ${clang:-} || -e $("$clang" --target=wasm32-wasi --print-libgcc-file-name) ]] || missing+=(libclang-rt-19-dev-wasm32)
    if [[ $(selected) == *" rust"* ]]; then
        rustc=$(rustc_with wasm32-wasip1) || missing+=(rustc libstd-rust-dev-wasm32)
    fi
    ((${#missing[@]} == 0)) || fail "WebAssembly builds need these Debian packages (of trixie or later): ${missing[*]}"
    mkdir -p "$out/prebuilt"
    while read -r output name language; do
        "wasm_$language" "$output" "$name"
        echo "prebuilt/$output.wasm prebuilt/$output-wasi.wasm"
    done < <(selected)
    (cd "$out/prebuilt" && chmod 644 ./*.wasm && {
        echo "# sha256 of each module, and the compilers that made them"
        echo "# clang: $("$clang" --version | sed 1q)"
        echo "# rustc: $(rustc=${rustc:-$(rustc_with wasm32-wasip1)} && "$rustc" --version)"
        LC_ALL=C sha256sum ./*.wasm | sed 's, \./, ,'
    } > DIGESTS)
}

# Whether a program is younger than all that it is made of.
current() {
    [[ -e $1 ]] && [[ -z $(find "$2" shells build.sh -newer "$1" -type f -print -quit) ]]
}

link_native() {
    "$gcc" "${c_common[@]}" -D_GNU_SOURCE -static -s "${native_c[@]}" "${@:2}" -o "$1.new"
    mv "$1.new" "$1"
}

build_native() {
    local gcc output name language rustc program
    gcc=$(first "${CC:-gcc}" cc) && [[ -e $("$gcc" -print-file-name=libc.a) ]] || fail "native builds need these Debian packages: gcc libc6-dev"
    mkdir -p "$out/native/bin"
    # Two builds at once, as two test runs may begin them, take turns.
    exec 9> "$out/native/.lock"
    if command -v flock > /dev/null; then flock 9; fi
    while read -r output name language; do
        program=$out/native/bin/$output
        if current "$program" "$name"; then
            :
        elif [[ $language == c ]]; then
            link_native "$program" "$name"/*.c
        elif rustc=$(rustc_with wasm32-wasip1 || rustc_with "$(uname -m)-unknown-linux-gnu"); then
            FUNCTION_HANDLER="../../$name/handler.rs" "$rustc" "${rust_common[@]}" --crate-type staticlib shells/rust/native.rs -o "$out/native/$output.a"
            link_native "$program" "$out/native/$output.a"
            rm "$out/native/$output.a"
        else
            echo "build.sh: native/bin/$output is left out: it needs the Debian package rustc" >&2
            continue
        fi
        echo "native/bin/$output"
    done < <(selected)
}

((wasm)) && build_wasm
((native)) && build_native
exit 0
