# How functions in AssemblyScript are built; read by ../build.sh. npm brings the compiler, of the version in assemblyscript/package-lock.json.
asc_options=(-O3 --noAssert --runtime stub --use abort=)

find_wasm_assemblyscript() {
    asc=${ASC:-$PWD/shells/assemblyscript/node_modules/.bin/asc}
    [[ -x $asc ]] || command -v npm > /dev/null || missing+=(npm)
}

version_assemblyscript() { echo "AssemblyScript $("$asc" --version | sed 's/^Version //')"; }

wasm_assemblyscript() {
    [[ -x $asc ]] || npm ci --prefix shells/assemblyscript --ignore-scripts --no-audit --no-fund --silent || fail "AssemblyScript needs the npm registry, which cannot be reached"
    local work
    work=$(mktemp -d)
    cp shells/assemblyscript/*.ts "$2"/handler.ts "$work"
    (cd "$work" && "$asc" reactor.ts "${asc_options[@]}" -o reactor.wasm && "$asc" command.ts "${asc_options[@]}" --exportStart _start -o command.wasm)
    mv "$work/reactor.wasm" "$out/prebuilt/$1.wasm"
    mv "$work/command.wasm" "$out/prebuilt/$1-wasi.wasm"
    rm -r "$work"
}
