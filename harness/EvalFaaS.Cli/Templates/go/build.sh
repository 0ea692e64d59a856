#!/usr/bin/env bash
# Builds @NAME@.wasm.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
contract=@CONTRACT@

go=${GO:-$(command -v /usr/lib/go-1.24/bin/go go | head -n 1)}
if ! command -v "$go" > /dev/null || ! "$go" env GOVERSION | grep -Eq '^go1\.(2[4-9]|[3-9])'; then
    echo "build.sh: this needs Go 1.24 or later (Debian package golang-1.24-go, of trixie or later); GO names another go" >&2
    exit 1
fi

export GOOS=wasip1 GOARCH=wasm GOFLAGS= GOWORK=off
if [[ $contract == command ]]; then options=(-tags command); else options=(-buildmode=c-shared); fi
"$go" build -trimpath -buildvcs=false -ldflags "-s -w -buildid=" "${options[@]}" -o @NAME@.wasm .
