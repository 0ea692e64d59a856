use crate::function::{query_number, Request, Response};
use alloc::format;

const DEFAULT: u32 = 20;
const MOST: u32 = 40;

// On purpose the slow way: the work is the calls. Not inlined into itself, so that every compiler leaves the same calls.
#[inline(never)]
fn fibonacci(n: u32) -> u64 {
    if n < 2 { n.into() } else { fibonacci(n - 1) + fibonacci(n - 2) }
}

pub fn handle(request: &mut impl Request) -> Response {
    match query_number(request, "n", DEFAULT, MOST) {
        Some(n) => Response::text(format!("{}\n", fibonacci(n))),
        None => Response::bad_request(format!("Give n=NUMBER as the query, from 0 to {MOST}.\n")),
    }
}
