// A handler behind the wasi-command contract: a CGI/1.1 program (RFC 3875) on WASI preview 1.
import { Request, Response } from "./function";
import { handle } from "./handler";

// @ts-ignore: decorator
@external("wasi_snapshot_preview1", "environ_sizes_get")
declare function environSizesGet(count: usize, size: usize): i32;
// @ts-ignore: decorator
@external("wasi_snapshot_preview1", "environ_get")
declare function environGet(entries: usize, texts: usize): i32;
// @ts-ignore: decorator
@external("wasi_snapshot_preview1", "fd_read")
declare function fdRead(file: i32, pieces: usize, count: i32, read: usize): i32;
// @ts-ignore: decorator
@external("wasi_snapshot_preview1", "fd_write")
declare function fdWrite(file: i32, pieces: usize, count: i32, written: usize): i32;
// @ts-ignore: decorator
@external("wasi_snapshot_preview1", "proc_exit")
declare function procExit(code: i32): void;

// Two words for the system to write to, and a piece of memory as it takes them: an address and a length.
const words = memory.data(8);
const piece = memory.data(8);

function check(error: i32): void {
  if (error != 0) procExit(1);
}

/** A variable of the environment, or null. */
function variable(name: string): string | null {
  check(environSizesGet(words, words + 4));
  const count = load<u32>(words);
  const entries = new StaticArray<usize>(count);
  const texts = new ArrayBuffer(load<u32>(words, 4));
  check(environGet(changetype<usize>(entries), changetype<usize>(texts)));
  const prefix = name + "=";
  for (let i: u32 = 0; i < count; i++) {
    let end = entries[i];
    while (load<u8>(end) != 0) end++;
    const entry = String.UTF8.decodeUnsafe(entries[i], end - entries[i]);
    if (entry.startsWith(prefix)) return entry.substring(prefix.length);
  }
  return null;
}

function headerVariable(name: string): string {
  const upper = name.toUpperCase().replaceAll("-", "_");
  return upper == "CONTENT_TYPE" || upper == "CONTENT_LENGTH" ? upper : "HTTP_" + upper;
}

class Invocation extends Request {
  context(key: string): string | null {
    if (key == "method") return variable("REQUEST_METHOD");
    if (key == "path") return variable("PATH_INFO");
    if (key == "query") return variable("QUERY_STRING");
    if (key.startsWith("header:")) return variable(headerVariable(key.substring(7)));
    if (key.startsWith("env:")) return variable(key.substring(4));
    return null;
  }

  /** As long as the request says; to the end of the input where it says nothing. */
  body(): Uint8Array {
    const said = variable("CONTENT_LENGTH");
    const most = said === null || said.length == 0 ? i32.MAX_VALUE : I32.parseInt(said);
    let buffer = new Uint8Array(most < i32.MAX_VALUE ? most : 65536);
    let length = 0;
    while (length < most) {
      if (length == buffer.length) {
        const larger = new Uint8Array(2 * length);
        larger.set(buffer);
        buffer = larger;
      }
      store<usize>(piece, buffer.dataStart + length);
      store<u32>(piece, buffer.length - length, 4);
      check(fdRead(0, piece, 1, words));
      const read = load<u32>(words);
      if (read == 0) break;
      length += read;
    }
    return buffer.subarray(0, length);
  }
}

function write(data: usize, length: i32): void {
  while (length > 0) {
    store<usize>(piece, data);
    store<u32>(piece, length, 4);
    check(fdWrite(1, piece, 1, words));
    data += load<u32>(words);
    length -= load<u32>(words);
  }
}

function main(): void {
  const response = handle(new Invocation());
  let head = "Content-Type: " + response.contentType + "\r\n";
  if (response.status != 200) head += "Status: " + response.status.toString() + "\r\n";
  const bytes = String.UTF8.encode(head + "\r\n");
  write(changetype<usize>(bytes), bytes.byteLength);
  write(response.body.dataStart, response.body.length);
}

main();
