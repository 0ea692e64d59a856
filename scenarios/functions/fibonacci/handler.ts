import { queryNumber, Request, Response } from "./function";

const DEFAULT: i64 = 20;
const MOST: i64 = 40;

// On purpose the slow way: the work is the calls.
function fibonacci(n: u32): u64 {
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

export function handle(request: Request): Response {
  const n = queryNumber(request, "n", DEFAULT, MOST);
  if (n < 0) return Response.badRequest("Give n=NUMBER as the query, from 0 to 40.\n");
  return Response.text(fibonacci(<u32>n).toString() + "\n");
}
