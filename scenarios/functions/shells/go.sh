# How functions in Go are built; read by ../build.sh.
go_options=(-trimpath -buildvcs=false -ldflags "-s -w -buildid=")

find_wasm_go() {
    go=$(first "${GO:-/usr/lib/go-1.24/bin/go}" go) && "$go" env GOVERSION | grep -Eq '^go1\.(2[4-9]|[3-9])' || missing+=(golang-1.24-go)
}

version_go() { "$go" version; }

wasm_go() {
    local work
    work=$(mktemp -d)
    cp shells/go/* "$2"/handler.go "$work"
    (cd "$work" && export GOOS=wasip1 GOARCH=wasm GOFLAGS= GOTOOLCHAIN=local GOWORK=off &&
        "$go" build "${go_options[@]}" -buildmode=c-shared -o reactor.wasm . && "$go" build "${go_options[@]}" -tags command -o command.wasm .)
    mv "$work/reactor.wasm" "$out/prebuilt/$1.wasm"
    mv "$work/command.wasm" "$out/prebuilt/$1-wasi.wasm"
    rm -r "$work"
}
