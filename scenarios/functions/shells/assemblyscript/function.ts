// What a function written in AssemblyScript sees of the world. A handler is
// `export function handle(request: Request): Response` in handler.ts, and the same behind each shell
// (reactor.ts, command.ts). All memory goes when the next call of a reactor begins: keep no objects in global variables.

/** One request. */
export abstract class Request {
  /** A value that came with it; null where there is none. Keys: `method`, `path` (decoded), `query` (not decoded), `header:NAME`, `env:NAME`. */
  abstract context(key: string): string | null;

  /** The whole body. */
  abstract body(): Uint8Array;
}

/** The answer. */
export class Response {
  constructor(public body: Uint8Array, public contentType: string, public status: i32 = 200) {}

  /** 200 with text. */
  static text(text: string): Response {
    return new Response(Uint8Array.wrap(String.UTF8.encode(text)), "text/plain; charset=utf-8");
  }

  /** 400 with a line of text that says why. */
  static badRequest(line: string): Response {
    const response = Response.text(line);
    response.status = 400;
    return response;
  }
}

/** A whole number from a query that is `NAME=NUMBER`; the default where there is no query, -1 where it is anything else. */
export function queryNumber(request: Request, name: string, otherwise: i64, most: i64): i64 {
  const query = request.context("query");
  if (query === null || query.length == 0) return otherwise;
  const prefix = name + "=";
  if (!query.startsWith(prefix) || query.length == prefix.length) return -1;
  let number: i64 = 0;
  for (let i = prefix.length; i < query.length; i++) {
    const digit = query.charCodeAt(i) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
    if (number > most) return -1;
  }
  return number;
}
