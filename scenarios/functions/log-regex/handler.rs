use crate::function::{Request, Response};
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::str;
use regex::bytes::{Regex, RegexBuilder};

const TOP: usize = 5;

/// A line of a web server's log in the common or the combined format.
const LINE: &str = r#"^(\S+) \S+ \S+ \[([^\]]+)\] "([A-Z]+) ([^" ?]*)[^"]*" ([1-5][0-9][0-9]) ([0-9]+|-)(?: "[^"]*" "[^"]*")?$"#;

#[derive(Default)]
struct Summary<'a> {
    lines: u64,
    unreadable: u64,
    bytes: u64,
    statuses: BTreeMap<&'a [u8], u64>,
    clients: BTreeMap<&'a [u8], u64>,
    paths: BTreeMap<&'a [u8], u64>,
}

fn pattern(text: &str) -> Result<Regex, regex::Error> {
    // Bytes as they are: a log need not be UTF-8.
    RegexBuilder::new(text).unicode(false).build()
}

fn summarise<'a>(log: &'a [u8], line: &Regex, wanted: &Regex) -> Summary<'a> {
    let mut summary = Summary::default();
    for text in log.split(|byte| *byte == b'\n').filter(|text| !text.is_empty()) {
        if !wanted.is_match(text) {
            continue;
        }
        summary.lines += 1;
        let Some(parts) = line.captures(text) else {
            summary.unreadable += 1;
            continue;
        };
        let part = |n: usize| parts.get(n).map_or(&[][..], |found| found.as_bytes());
        *summary.clients.entry(part(1)).or_default() += 1;
        *summary.paths.entry(part(4)).or_default() += 1;
        *summary.statuses.entry(part(5)).or_default() += 1;
        // "-" is none; so is a number that no file has.
        summary.bytes += str::from_utf8(part(6)).ok().and_then(|digits| digits.parse::<u32>().ok()).map_or(0, u64::from);
    }
    summary
}

/// The most frequent, of equally frequent ones those that come first in order.
fn write_top(out: &mut String, title: &str, counts: &BTreeMap<&[u8], u64>) {
    out.push_str(&format!("{title}:\n"));
    let mut sorted: Vec<_> = counts.iter().collect();
    sorted.sort_by_key(|(_, count)| u64::MAX - **count);
    for (name, count) in sorted.into_iter().take(TOP) {
        out.push_str(&format!("{count:>8} {}\n", String::from_utf8_lossy(name)));
    }
}

/// Counts what a web server's log says, of all lines or of those that contain a pattern.
pub fn handle(request: &mut impl Request) -> Response {
    let wanted = match pattern(&request.context("header:X-Pattern").unwrap_or_default()) {
        Ok(wanted) => wanted,
        Err(error) => return Response::bad_request(format!("X-Pattern is no regular expression: {error}\n")),
    };
    let line = pattern(LINE).expect("the log's format is a regular expression");
    let summary = summarise(request.body(), &line, &wanted);
    let mut out = format!("lines: {}\nunreadable: {}\nbytes: {}\n", summary.lines, summary.unreadable, summary.bytes);
    write_top(&mut out, "statuses", &summary.statuses);
    write_top(&mut out, "clients", &summary.clients);
    write_top(&mut out, "paths", &summary.paths);
    Response::text(out)
}
