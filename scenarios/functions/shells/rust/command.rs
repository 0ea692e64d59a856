//! A handler behind the wasi-command contract: a CGI/1.1 program (RFC 3875).

extern crate alloc;

mod function;
mod handler {
    include!(env!("FUNCTION_HANDLER"));
}

use function::Request;
use std::env;
use std::io::{self, Read, Write};

struct Invocation {
    body: Option<Vec<u8>>,
}

impl Request for Invocation {
    fn context(&self, key: &str) -> Option<String> {
        match key {
            "method" => env::var("REQUEST_METHOD").ok(),
            "path" => env::var("PATH_INFO").ok(),
            "query" => env::var("QUERY_STRING").ok(),
            _ => match key.split_once(':')? {
                ("env", name) => env::var(name).ok(),
                ("header", name) => env::var(header_variable(name)).ok(),
                _ => None,
            },
        }
    }

    fn body(&mut self) -> &[u8] {
        self.body.get_or_insert_with(read_body)
    }
}

fn header_variable(name: &str) -> String {
    let name = name.to_ascii_uppercase().replace('-', "_");
    if name == "CONTENT_TYPE" || name == "CONTENT_LENGTH" { name } else { format!("HTTP_{name}") }
}

fn read_body() -> Vec<u8> {
    let length = env::var("CONTENT_LENGTH").ok().filter(|text| !text.is_empty());
    let length = length.map_or(u64::MAX, |text| text.parse().expect("CONTENT_LENGTH is no number"));
    let mut body = Vec::new();
    io::stdin().take(length).read_to_end(&mut body).expect("the request's body cannot be read from stdin");
    body
}

fn main() -> io::Result<()> {
    let response = handler::handle(&mut Invocation { body: None });
    let mut answer = format!("Content-Type: {}\r\n", response.content_type).into_bytes();
    if response.status != 200 {
        write!(answer, "Status: {}\r\n", response.status)?;
    }
    answer.extend_from_slice(b"\r\n");
    answer.extend_from_slice(&response.body);
    let mut out = io::stdout().lock();
    out.write_all(&answer)?;
    out.flush()
}
