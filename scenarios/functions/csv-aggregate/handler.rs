use crate::function::{Request, Response};
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use csv::{ByteRecord, Reader, Writer};

const USAGE: &str = "Give group=COLUMN&sum=COLUMN as the query, with names of letters, digits, '-' and '_'.\n";

/// What is known of a group's numbers.
struct Group {
    count: u64,
    sum: f64,
    least: f64,
    most: f64,
}

impl Group {
    fn of(number: f64) -> Group {
        Group { count: 1, sum: number, least: number, most: number }
    }

    fn add(&mut self, number: f64) {
        self.count += 1;
        self.sum += number;
        self.least = self.least.min(number);
        self.most = self.most.max(number);
    }

    fn fields(&self) -> [String; 5] {
        [format!("{}", self.count), format!("{}", self.sum), format!("{}", self.sum / self.count as f64), format!("{}", self.least), format!("{}", self.most)]
    }
}

/// The two columns that a query names.
fn columns(query: &str) -> Option<(&str, &str)> {
    let (group, sum) = query.strip_prefix("group=")?.split_once("&sum=")?;
    let plain = |name: &str| !name.is_empty() && name.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-' || c == b'_');
    (plain(group) && plain(sum)).then_some((group, sum))
}

fn position(header: &ByteRecord, name: &str) -> Result<usize, String> {
    header.iter().position(|column| column == name.as_bytes()).ok_or_else(|| format!("There is no column {name}.\n"))
}

fn number(field: &[u8]) -> Option<f64> {
    core::str::from_utf8(field).ok()?.trim().parse().ok().filter(|number: &f64| number.is_finite())
}

fn aggregate(table: &[u8], group: &str, sum: &str) -> Result<BTreeMap<Vec<u8>, Group>, String> {
    let mut reader = Reader::from_reader(table);
    let header = reader.byte_headers().map_err(|error| format!("Not CSV: {error}\n"))?.clone();
    let (key, value) = (position(&header, group)?, position(&header, sum)?);
    let mut groups = BTreeMap::new();
    let mut row = ByteRecord::new();
    while reader.read_byte_record(&mut row).map_err(|error| format!("{error}\n"))? {
        let line = row.position().map_or(0, |position| position.line());
        let number = number(&row[value]).ok_or_else(|| format!("Line {line}: {sum} is no number.\n"))?;
        match groups.get_mut(&row[key]) {
            None => drop(groups.insert(row[key].to_vec(), Group::of(number))),
            Some(group) => group.add(number),
        }
    }
    Ok(groups)
}

/// Groups the rows of a CSV table by one column and sums up another.
pub fn handle(request: &mut impl Request) -> Response {
    let query = request.context("query").unwrap_or_default();
    let Some((group, sum)) = columns(&query) else {
        return Response::bad_request(String::from(USAGE));
    };
    let groups = match aggregate(request.body(), group, sum) {
        Ok(groups) => groups,
        Err(why) => return Response::bad_request(why),
    };
    let mut writer = Writer::from_writer(Vec::new());
    let mut written = writer.write_record([group, "count", "sum", "mean", "min", "max"]);
    for (name, group) in &groups {
        let fields = group.fields();
        written = written.and_then(|()| writer.write_record([name.as_slice()].into_iter().chain(fields.iter().map(|field| field.as_bytes()))));
    }
    written.expect("memory takes all that is written to it");
    Response::of("text/csv; charset=utf-8", writer.into_inner().expect("memory takes all that is written to it"))
}
