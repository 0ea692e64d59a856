# How functions in C are built; read by ../build.sh.
c_common=(-std=c17 -O2 -flto -ffp-contract=off -fno-math-errno -Wall -Wextra -Werror -Ishells)
c_wasm=(--target=wasm32-wasi -mbulk-memory -Wl,-z,stack-size=32768 -Wl,--stack-first -Wl,--gc-sections -Wl,--strip-all)
reactor_c=(-nostdlib -Wl,--no-entry shells/reactor.c shells/freestanding.c shells/arena.c)
command_c=(shells/command.c shells/shell.c shells/cgi.c shells/arena.c)
native_c=(shells/{native,server,listener,connection,answer,http,shell,cgi,arena}.c -pthread)

find_wasm_c() {
    clang=$(first "${CLANG:-clang-19}" clang-20 clang) || missing+=(clang-19)
    first "${WASM_LD:-wasm-ld-19}" wasm-ld-20 wasm-ld > /dev/null || missing+=(lld-19)
    [[ -e /usr/include/wasm32-wasi/unistd.h ]] || missing+=(wasi-libc)
    [[ -z ${clang:-} || -e $("$clang" --target=wasm32-wasi --print-libgcc-file-name) ]] || missing+=(libclang-rt-19-dev-wasm32)
}

version_c() { "$clang" --version | sed 1q; }

wasm_c() {
    "$clang" "${c_common[@]}" "${c_wasm[@]}" "${reactor_c[@]}" "$2"/*.c -o "$out/prebuilt/$1.wasm"
    "$clang" "${c_common[@]}" "${c_wasm[@]}" "${command_c[@]}" "$2"/*.c -o "$out/prebuilt/$1-wasi.wasm"
}

# Links a native program from its shells and what else is named.
link_native() {
    # An exit of its own: who calls this may have switched off that any failure ends all.
    "$gcc" "${c_common[@]}" -D_GNU_SOURCE -static -s -Wl,--gc-sections "${native_c[@]}" "${@:2}" -lm -o "$1.new" || fail "$1 cannot be linked"
    mv "$1.new" "$1"
}

native_c() { link_native "$out/native/bin/$1" "$2"/*.c; }
