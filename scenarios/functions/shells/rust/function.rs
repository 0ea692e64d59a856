//! What a function written in Rust sees of the world. A handler is
//! `pub fn handle(request: &mut impl Request) -> Response` and uses nothing but this, `core` and `alloc`,
//! so that the same handler runs behind each shell (reactor.rs, command.rs, native.rs).

// A handler need not use all of it.
#![allow(dead_code)]

use alloc::string::String;
use alloc::vec::Vec;

/// One request.
pub trait Request {
    /// A value that came with it. Keys: `method`, `path` (decoded), `query` (not decoded), `header:NAME`, `env:NAME`.
    fn context(&self, key: &str) -> Option<String>;

    /// The whole body; the first call may wait for it.
    fn body(&mut self) -> &[u8];
}

/// The answer.
pub struct Response {
    pub status: u16,
    pub content_type: &'static str,
    pub body: Vec<u8>,
}

impl Response {
    /// 200 with a line of text.
    pub fn text(line: String) -> Response {
        Response { status: 200, content_type: "text/plain; charset=utf-8", body: line.into_bytes() }
    }

    /// 200 with a body of this type.
    pub fn of(content_type: &'static str, body: Vec<u8>) -> Response {
        Response { status: 200, content_type, body }
    }

    /// 400 with a line of text that says why.
    pub fn bad_request(line: String) -> Response {
        Response { status: 400, ..Response::text(line) }
    }
}

/// A whole number from a query that is `NAME=NUMBER`; the default where there is no query, `None` where it is anything else.
pub fn query_number(request: &impl Request, name: &str, default: u32, most: u32) -> Option<u32> {
    let query = request.context("query").unwrap_or_default();
    if query.is_empty() {
        return Some(default);
    }
    let digits = query.strip_prefix(name)?.strip_prefix('=')?;
    let plain = digits.bytes().all(|digit| digit.is_ascii_digit());
    digits.parse().ok().filter(|number| plain && *number <= most)
}
