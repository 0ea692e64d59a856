const DEEPEST = 64;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Why and where a text is no JSON. */
class NotJson extends Error {
  constructor(why, offset) {
    super(`Not JSON: ${why} at byte ${offset}.\n`);
  }
}

/** A value that stays as it was written: a number, true, false. */
class Verbatim {
  constructor(text) {
    this.text = text;
  }
}

const code = character => character.charCodeAt(0);
const QUOTE = code('"'), BACKSLASH = code('\\'), MINUS = code('-'), ZERO = code('0'), NINE = code('9');
const SIMPLE = new Map([...'"\\/'].map(c => [code(c), c]).concat([['b', '\b'], ['f', '\f'], ['n', '\n'], ['r', '\r'], ['t', '\t']].map(([c, meant]) => [code(c), meant])));

/** How many bytes from `begin` on are whole UTF-8 (RFC 3629); only called where not all are. */
function validUpTo(text, begin, end) {
  for (let at = begin; at < end;) {
    try {
      const lead = text[at];
      const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
      utf8.decode(text.subarray(at, Math.min(at + length, end)));
      at += length;
    } catch {
      return at;
    }
  }
  return end;
}

class Parser {
  constructor(text) {
    this.text = text;
    this.at = 0;
    this.depth = 0;
  }

  unexpected() {
    throw new NotJson(this.at === this.text.length ? 'unexpected end' : 'unexpected byte', this.at);
  }

  skipSpace() {
    for (let c = this.text[this.at]; c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09; c = this.text[this.at]) this.at++;
  }

  take(character) {
    if (this.text[this.at] !== code(character)) return false;
    this.at++;
    return true;
  }

  expect(characters) {
    for (const character of characters) if (!this.take(character)) this.unexpected();
  }

  unit() {
    let unit = 0;
    for (let i = 0; i < 4; i++) {
      const digit = this.at < this.text.length ? '0123456789abcdef'.indexOf(String.fromCharCode(this.text[this.at]).toLowerCase()) : -1;
      if (digit < 0) this.unexpected();
      unit = unit << 4 | digit;
      this.at++;
    }
    return unit;
  }

  /** What follows a backslash. */
  escape() {
    const begin = this.at - 1;
    const simple = SIMPLE.get(this.text[this.at]);
    if (simple !== undefined) {
      this.at++;
      return simple;
    }
    this.expect('u');
    const first = this.unit();
    if (first < 0xd800 || first > 0xdfff) return String.fromCharCode(first);
    const second = first < 0xdc00 && this.take('\\') && this.take('u') ? this.unit() : 0;
    // Half a pair says nothing alone.
    if (second < 0xdc00 || second > 0xdfff) throw new NotJson('unexpected byte', begin);
    return String.fromCharCode(first, second);
  }

  plain(begin) {
    try {
      return utf8.decode(this.text.subarray(begin, this.at));
    } catch {
      throw new NotJson('unexpected byte', validUpTo(this.text, begin, this.at));
    }
  }

  /** A string after its first quote. */
  string() {
    for (let string = ''; ;) {
      const begin = this.at;
      for (let c = this.text[this.at]; c >= 0x20 && c !== QUOTE && c !== BACKSLASH; c = this.text[this.at]) this.at++;
      string += this.plain(begin);
      if (this.take('"')) return string;
      this.expect('\\');
      string += this.escape();
    }
  }

  digits() {
    const begin = this.at;
    while (this.text[this.at] >= ZERO && this.text[this.at] <= NINE) this.at++;
    if (this.at === begin) this.unexpected();
  }

  number() {
    const begin = this.at;
    this.take('-');
    if (!this.take('0')) this.digits();
    if (this.take('.')) this.digits();
    if (this.take('e') || this.take('E')) {
      if (!this.take('+')) this.take('-');
      this.digits();
    }
    return new Verbatim(this.plain(begin));
  }

  /** Whether another element or member follows, after one was read. */
  goesOn(close) {
    this.skipSpace();
    if (this.take(',')) return true;
    this.expect(close);
    return false;
  }

  array() {
    const items = [];
    this.skipSpace();
    if (this.take(']')) return items;
    do items.push(this.value()); while (this.goesOn(']'));
    return items;
  }

  object() {
    const members = new Map();
    this.skipSpace();
    if (this.take('}')) return members;
    do {
      this.skipSpace();
      this.expect('"');
      const name = this.string();
      this.skipSpace();
      this.expect(':');
      const value = this.value();
      if (value === null) members.delete(name);
      else members.set(name, value);
    } while (this.goesOn('}'));
    return members;
  }

  nested(read) {
    if (this.depth === DEEPEST) throw new NotJson('more than 64 levels', this.at);
    this.at++;
    this.depth++;
    const value = read.call(this);
    this.depth--;
    return value;
  }

  word(text, value) {
    this.expect(text);
    return value;
  }

  value() {
    this.skipSpace();
    const c = this.text[this.at];
    if (c === MINUS || c >= ZERO && c <= NINE) return this.number();
    switch (String.fromCharCode(c)) {
      case '[': return this.nested(this.array);
      case '{': return this.nested(this.object);
      case 't': return this.word('true', new Verbatim('true'));
      case 'f': return this.word('false', new Verbatim('false'));
      case 'n': return this.word('null', null);
      case '"':
        this.at++;
        return this.string();
      default: return this.unexpected();
    }
  }

  document() {
    const value = this.value();
    this.skipSpace();
    if (this.at < this.text.length) this.unexpected();
    return value;
  }
}

/** Orders as the bytes of UTF-8 do: unlike the units of UTF-16, which put pairs before U+E000. */
function byBytes([a], [b]) {
  const rank = unit => unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit;
  for (let i = 0; i < a.length && i < b.length; i++) {
    const difference = rank(a.charCodeAt(i)) - rank(b.charCodeAt(i));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function write(value) {
  if (value === null) return 'null';
  if (value instanceof Verbatim) return value.text;
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  return `{${[...value].sort(byBytes).map(([name, member]) => `${JSON.stringify(name)}:${write(member)}`).join(',')}}`;
}

/** Gives a JSON document back in compact form: members sorted by name, the last of equal names alone, those that are null left out. */
export default function handle({ body }) {
  try {
    return { type: 'application/json', body: write(new Parser(body).document()) };
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    return { status: 400, type: 'text/plain; charset=utf-8', body: error.message };
  }
}
