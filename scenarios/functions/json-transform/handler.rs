use crate::function::{Request, Response};
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::str;

const DEEPEST: usize = 64;

/// A JSON value; a number stays as it was written. What was null inside an object is gone already.
enum Value<'a> {
    Null,
    Verbatim(&'a [u8]),
    String(String),
    Array(Vec<Value<'a>>),
    Object(BTreeMap<String, Value<'a>>),
}

/// Why and where a text is no JSON.
struct Error {
    why: &'static str,
    offset: usize,
}

struct Parser<'a> {
    text: &'a [u8],
    at: usize,
    depth: usize,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn unexpected<T>(&self) -> Result<T, Error> {
        let why = if self.at == self.text.len() { "unexpected end" } else { "unexpected byte" };
        Err(Error { why, offset: self.at })
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, byte: u8) -> Result<(), Error> {
        if self.take(byte) { Ok(()) } else { self.unexpected() }
    }

    fn unit(&mut self) -> Result<u32, Error> {
        let mut unit = 0;
        for _ in 0..4 {
            match self.peek().and_then(|c| char::from(c).to_digit(16)) {
                Some(digit) => unit = unit << 4 | digit,
                None => return self.unexpected(),
            }
            self.at += 1;
        }
        Ok(unit)
    }

    /// What follows a backslash.
    fn escape(&mut self) -> Result<char, Error> {
        let begin = self.at - 1;
        let simple = match self.peek() {
            Some(c @ (b'"' | b'\\' | b'/')) => c.into(),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            _ => '\0',
        };
        if simple != '\0' {
            self.at += 1;
            return Ok(simple);
        }
        self.expect(b'u')?;
        let mut code = self.unit()?;
        if (0xD800..0xDC00).contains(&code) && self.take(b'\\') && self.take(b'u') {
            let second = self.unit()?;
            if (0xDC00..0xE000).contains(&second) {
                code = 0x10000 + ((code - 0xD800) << 10) + (second - 0xDC00);
            }
        }
        // Half a pair says nothing alone.
        char::from_u32(code).ok_or(Error { why: "unexpected byte", offset: begin })
    }

    /// A string after its first quote.
    fn string(&mut self) -> Result<String, Error> {
        let mut string = String::new();
        loop {
            let begin = self.at;
            while !matches!(self.peek(), None | Some(b'"' | b'\\' | 0..=0x1F)) {
                self.at += 1;
            }
            match str::from_utf8(&self.text[begin..self.at]) {
                Ok(plain) => string.push_str(plain),
                Err(error) => return Err(Error { why: "unexpected byte", offset: begin + error.valid_up_to() }),
            }
            if self.take(b'"') {
                return Ok(string);
            }
            self.expect(b'\\')?;
            string.push(self.escape()?);
        }
    }

    fn digits(&mut self) -> Result<(), Error> {
        let begin = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at > begin { Ok(()) } else { self.unexpected() }
    }

    fn number(&mut self) -> Result<Value<'a>, Error> {
        let begin = self.at;
        self.take(b'-');
        if !self.take(b'0') {
            self.digits()?;
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            let _ = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        Ok(Value::Verbatim(&self.text[begin..self.at]))
    }

    fn word(&mut self, word: &'static str) -> Result<(), Error> {
        word.bytes().try_for_each(|byte| self.expect(byte))
    }

    /// Whether another element or member follows, after one was read.
    fn goes_on(&mut self, close: u8) -> Result<bool, Error> {
        self.skip_space();
        if self.take(b',') {
            return Ok(true);
        }
        self.expect(close).map(|()| false)
    }

    fn array(&mut self) -> Result<Value<'a>, Error> {
        let mut items = Vec::new();
        self.skip_space();
        if self.take(b']') {
            return Ok(Value::Array(items));
        }
        loop {
            items.push(self.value()?);
            if !self.goes_on(b']')? {
                return Ok(Value::Array(items));
            }
        }
    }

    fn object(&mut self) -> Result<Value<'a>, Error> {
        let mut members = BTreeMap::new();
        self.skip_space();
        if self.take(b'}') {
            return Ok(Value::Object(members));
        }
        loop {
            self.skip_space();
            self.expect(b'"')?;
            let name = self.string()?;
            self.skip_space();
            self.expect(b':')?;
            match self.value()? {
                Value::Null => members.remove(&name),
                value => members.insert(name, value),
            };
            if !self.goes_on(b'}')? {
                return Ok(Value::Object(members));
            }
        }
    }

    fn nested(&mut self, read: fn(&mut Self) -> Result<Value<'a>, Error>) -> Result<Value<'a>, Error> {
        if self.depth == DEEPEST {
            return Err(Error { why: "more than 64 levels", offset: self.at });
        }
        self.at += 1;
        self.depth += 1;
        let value = read(self);
        self.depth -= 1;
        value
    }

    fn value(&mut self) -> Result<Value<'a>, Error> {
        self.skip_space();
        match self.peek() {
            Some(b'[') => self.nested(Self::array),
            Some(b'{') => self.nested(Self::object),
            Some(b'"') => {
                self.at += 1;
                self.string().map(Value::String)
            }
            Some(b't') => self.word("true").map(|()| Value::Verbatim(b"true")),
            Some(b'f') => self.word("false").map(|()| Value::Verbatim(b"false")),
            Some(b'n') => self.word("null").map(|()| Value::Null),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.unexpected(),
        }
    }

    fn document(&mut self) -> Result<Value<'a>, Error> {
        let value = self.value()?;
        self.skip_space();
        if self.at == self.text.len() { Ok(value) } else { self.unexpected() }
    }
}

fn write_string(out: &mut Vec<u8>, string: &str) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    out.push(b'"');
    for byte in string.bytes() {
        match byte {
            b'"' | b'\\' => out.extend([b'\\', byte]),
            0x08 => out.extend(b"\\b"),
            0x0C => out.extend(b"\\f"),
            b'\n' => out.extend(b"\\n"),
            b'\r' => out.extend(b"\\r"),
            b'\t' => out.extend(b"\\t"),
            0..=0x1F => out.extend([b'\\', b'u', b'0', b'0', b'0' + (byte >> 4), DIGITS[usize::from(byte & 15)]]),
            _ => out.push(byte),
        }
    }
    out.push(b'"');
}

fn write_value(out: &mut Vec<u8>, value: &Value) {
    match value {
        Value::Null => out.extend(b"null"),
        Value::Verbatim(text) => out.extend(*text),
        Value::String(string) => write_string(out, string),
        Value::Array(items) => {
            out.push(b'[');
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    out.push(b',');
                }
                write_value(out, item);
            }
            out.push(b']');
        }
        Value::Object(members) => {
            out.push(b'{');
            for (i, (name, member)) in members.iter().enumerate() {
                if i > 0 {
                    out.push(b',');
                }
                write_string(out, name);
                out.push(b':');
                write_value(out, member);
            }
            out.push(b'}');
        }
    }
}

/// Gives a JSON document back in compact form: members sorted by name, the last of equal names alone, those that are null left out.
pub fn handle(request: &mut impl Request) -> Response {
    let text = request.body();
    match (Parser { text, at: 0, depth: 0 }).document() {
        Ok(value) => {
            let mut body = Vec::with_capacity(text.len());
            write_value(&mut body, &value);
            Response { status: 200, content_type: "application/json", body }
        }
        Err(Error { why, offset }) => Response::bad_request(format!("Not JSON: {why} at byte {offset}.\n")),
    }
}
