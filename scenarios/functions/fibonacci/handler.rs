use crate::function::{Request, Response};
use alloc::format;
use alloc::string::String;

const DEFAULT: u32 = 20;
const MOST: u32 = 40;

// On purpose the slow way: the work is the calls. Not inlined into itself, so that every compiler leaves the same calls.
#[inline(never)]
fn fibonacci(n: u32) -> u64 {
    if n < 2 { n.into() } else { fibonacci(n - 1) + fibonacci(n - 2) }
}

/// Reads `n` from a query that is empty or `n=NUMBER`.
fn read_n(query: Option<String>) -> Option<u32> {
    let query = query.unwrap_or_default();
    if query.is_empty() {
        return Some(DEFAULT);
    }
    let digits = query.strip_prefix("n=")?;
    let plain = digits.bytes().all(|digit| digit.is_ascii_digit());
    digits.parse().ok().filter(|n| plain && *n <= MOST)
}

pub fn handle(request: &mut impl Request) -> Response {
    match read_n(request.context("query")) {
        Some(n) => Response::text(format!("{}\n", fibonacci(n))),
        None => Response::bad_request(format!("Give n=NUMBER as the query, from 0 to {MOST}.\n")),
    }
}
