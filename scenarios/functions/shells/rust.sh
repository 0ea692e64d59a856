# How functions in Rust are built; read by ../build.sh. Those that use crates (features of rust/Cargo.toml) go through cargo,
# with the crates' sources from Debian's packages; the others need the compiler alone.
rust_common=(--edition 2021 --crate-name function -C opt-level=2 -C lto=fat -C codegen-units=1 -C panic=abort -C strip=symbols -D warnings)
rust_wasm=(-C target-feature=+bulk-memory -C linker-flavor=wasm-ld -C link-arg=-zstack-size=32768 -C link-arg=--stack-first)
crate_sources=/usr/share/cargo/registry

# A rustc that has this target; a toolchain of one's own may come first in the path and lack it.
rustc_with() {
    local rustc root
    for rustc in "${RUSTC:-}" rustc /usr/bin/rustc; do
        [[ -n $rustc ]] && command -v "$rustc" >/dev/null || continue
        root=$("$rustc" --print sysroot) && [[ -d $root/lib/rustlib/$1/lib ]] && { command -v "$rustc"; return; }
    done
    return 1
}

# Reactors do without the standard library unless their handler asks for it.
std_of() { grep -q '^extern crate std' "$1/handler.rs" && echo '--cfg=feature="std"'; true; }

uses_crates() { grep -q "^$1 = \[" shells/rust/Cargo.toml; }

# The selected functions that use crates.
crate_functions() {
    local output name language
    while read -r output name language; do
        if [[ $language == rust ]] && uses_crates "$name"; then echo "$name"; fi
    done < <(selected)
}

find_cargo() { cargo=$(first "${CARGO:-/usr/bin/cargo}" cargo || true); }

# Names what is missing for functions that use crates.
find_crates() {
    local name version
    [[ -n $cargo ]] || missing+=(cargo)
    while IFS='"' read -r name version _; do
        name=${name%% *}
        [[ -d $crate_sources/$name-$version ]] || missing+=("librust-${name//_/-}-dev")
    done < <(sed -n '/^\[dependencies\]/,/^\[/{/version/p}' shells/rust/Cargo.toml)
}

# cargo_build HANDLER FEATURES FLAGS WHAT...
cargo_build() {
    FUNCTION_HANDLER="../../$1/handler.rs" RUSTC=$rustc RUSTFLAGS="-D warnings --remap-path-prefix=$crate_sources=crates $3" "$cargo" \
        --config 'source.crates-io.replace-with="debian"' --config "source.debian.directory=\"$crate_sources\"" \
        build --quiet --offline --locked --release --manifest-path shells/rust/Cargo.toml --target-dir "$out/native/crates" --features "$2" "${@:4}"
}

find_wasm_rust() {
    wasm_ld=$(first "${WASM_LD:-wasm-ld-19}" wasm-ld-20 wasm-ld) || missing+=(lld-19)
    rustc=$(rustc_with wasm32-wasip1) || missing+=(rustc libstd-rust-dev-wasm32)
    find_cargo
    [[ -z $(crate_functions) ]] || find_crates
}

version_rust() { echo "$("$rustc" --version)${cargo:+, $("$cargo" --version)}"; }

wasm_rust() {
    if uses_crates "$2"; then wasm_crates "$@"; return; fi
    FUNCTION_HANDLER="../../$2/handler.rs" "$rustc" "${rust_common[@]}" "${rust_wasm[@]}" -C linker="$wasm_ld" $(std_of "$2") \
        --target wasm32-unknown-unknown --crate-type cdylib shells/rust/reactor.rs -o "$out/prebuilt/$1.wasm"
    FUNCTION_HANDLER="../../$2/handler.rs" "$rustc" "${rust_common[@]}" "${rust_wasm[@]}" -C linker="$wasm_ld" \
        --target wasm32-wasip1 shells/rust/command.rs -o "$out/prebuilt/$1-wasi.wasm"
}

wasm_crates() {
    local flags="${rust_wasm[*]} -C linker=$wasm_ld"
    cargo_build "$2" "$2" "$flags" --target wasm32-unknown-unknown --lib
    cargo_build "$2" "$2" "$flags" --target wasm32-wasip1 --bin command
    cp "$out/native/crates/wasm32-unknown-unknown/release/function.wasm" "$out/prebuilt/$1.wasm"
    cp "$out/native/crates/wasm32-wasip1/release/command.wasm" "$out/prebuilt/$1-wasi.wasm"
}

# All that the selected functions use is compiled at once, so that the crates are compiled side by side and once alone.
# Without link-time optimisation, which would go through the whole standard library for each program; see docs/functions.md.
native_rust() {
    local archive=$out/native/$1.a missing=()
    if ! rustc=$(rustc_with wasm32-wasip1 || rustc_with "$(uname -m)-unknown-linux-gnu"); then
        missing=(rustc)
    elif uses_crates "$2"; then
        find_cargo
        find_crates
    fi
    if ((${#missing[@]})); then
        echo "build.sh: native/bin/$1 is left out: it needs these Debian packages (of trixie or later): ${missing[*]}" >&2
        return 1
    fi
    if uses_crates "$2"; then
        CARGO_PROFILE_RELEASE_LTO=off cargo_build "$2" "$(crate_functions | paste -sd,)" "" --example native || fail "$1 cannot be compiled"
        cp "$out/native/crates/release/examples/libnative.a" "$archive"
    else
        FUNCTION_HANDLER="../../$2/handler.rs" "$rustc" "${rust_common[@]}" -C lto=off --crate-type staticlib shells/rust/native.rs -o "$archive" || fail "$1 cannot be compiled"
    fi
    link_native "$out/native/bin/$1" "$archive"
    rm "$archive"
}
