use crate::function::{Request, Response};
use alloc::format;
use alloc::string::String;
use core::str;
use pulldown_cmark::{html, Options, Parser};

/// Turns Markdown into HTML.
pub fn handle(request: &mut impl Request) -> Response {
    let text = match str::from_utf8(request.body()) {
        Ok(text) => text,
        Err(error) => return Response::bad_request(format!("Not UTF-8: unexpected byte at {}.\n", error.valid_up_to())),
    };
    let extensions = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut page = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut page, Parser::new_ext(text, extensions));
    Response::of("text/html; charset=utf-8", page.into_bytes())
}
