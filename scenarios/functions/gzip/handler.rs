use crate::function::{query_number, Request, Response};
use alloc::string::String;
use flate2::{Compression, GzBuilder};
use std::io::Write;

const DEFAULT: u32 = 6;
const MOST: u32 = 9;

/// Packs the body as a gzip file (RFC 1952).
pub fn handle(request: &mut impl Request) -> Response {
    let Some(level) = query_number(request, "level", DEFAULT, MOST) else {
        return Response::bad_request(String::from("Give level=NUMBER as the query, from 0 to 9.\n"));
    };
    // Without a name and a time, so that the same body gives the same file.
    let mut packer = GzBuilder::new().write(Vec::new(), Compression::new(level));
    let packed = packer.write_all(request.body()).and_then(|()| packer.finish());
    Response::of("application/gzip", packed.expect("memory takes all that is written to it"))
}
