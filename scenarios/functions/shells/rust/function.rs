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

    /// 400 with a line of text that says why.
    pub fn bad_request(line: String) -> Response {
        Response { status: 400, ..Response::text(line) }
    }
}
