import { Request, Response } from "./function";

/** Greets the world, or whoever the path names. */
export function handle(request: Request): Response {
  const path = request.context("path");
  const name = path !== null && path.length > 1 ? path.substring(1) : "world";
  return Response.text("Hello, " + name + "!\n");
}
