use crate::function::{Request, Response};
use alloc::format;

/// Greets the world, or whoever the path names.
pub fn handle(request: &mut impl Request) -> Response {
    let path = request.context("path").unwrap_or_default();
    let name = path.strip_prefix('/').filter(|name| !name.is_empty()).unwrap_or("world");
    Response::text(format!("Hello, {name}!\n"))
}
