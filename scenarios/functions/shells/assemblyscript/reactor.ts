// A handler behind the reactor contract, version 1.
import { Request, Response } from "./function";
import { handle } from "./handler";

// @ts-ignore: decorator
@external("evalfaas", "context_get")
declare function contextGet(key: usize, keyLength: i32, buffer: usize, capacity: i32): i32;
// @ts-ignore: decorator
@external("evalfaas", "response_status")
declare function responseStatus(status: i32): void;
// @ts-ignore: decorator
@external("evalfaas", "response_header")
declare function responseHeader(name: usize, nameLength: i32, value: usize, valueLength: i32): i32;

const FAILED: u64 = 0xffffffff_00000001;

class Invocation extends Request {
  constructor(private whole: Uint8Array) {
    super();
  }

  context(key: string): string | null {
    const name = String.UTF8.encode(key);
    let value = new ArrayBuffer(256);
    const at = changetype<usize>(name);
    const length = contextGet(at, name.byteLength, changetype<usize>(value), value.byteLength);
    if (length < 0) return null;
    if (length > value.byteLength) {
      value = new ArrayBuffer(length);
      contextGet(at, name.byteLength, changetype<usize>(value), length);
    }
    return String.UTF8.decodeUnsafe(changetype<usize>(value), length);
  }

  body(): Uint8Array {
    return this.whole;
  }
}

export function evalfaas_version(): i32 {
  return 1;
}

export function evalfaas_alloc(length: i32): usize {
  heap.reset();
  return changetype<usize>(new ArrayBuffer(length));
}

export function evalfaas_handle(body: usize, length: i32): u64 {
  if (body == 0) heap.reset();
  const whole = body == 0 ? new Uint8Array(0) : Uint8Array.wrap(changetype<ArrayBuffer>(body), 0, length);
  const response = handle(new Invocation(whole));
  if (response.status != 200) responseStatus(response.status);
  const name = String.UTF8.encode("Content-Type"), value = String.UTF8.encode(response.contentType);
  if (responseHeader(changetype<usize>(name), name.byteLength, changetype<usize>(value), value.byteLength) != 0) return FAILED;
  const answer = response.body;
  return answer.length == 0 ? 0 : (<u64>answer.dataStart << 32) | answer.length;
}
