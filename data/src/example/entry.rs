//! One line of the CSV as one entry of the event file.

use anyhow::{Context as _, Result, bail};
use csv::StringRecord;
use serde_json::{Map, Value, json};

use super::ids::Ids;

/// The columns, in their order.
pub const COLUMNS: [&str; 23] = [
    "date",
    "time",
    "end_time",
    "timezone",
    "title",
    "kind",
    "place",
    "address",
    "city",
    "region",
    "country",
    "lat",
    "lon",
    "precision",
    "organizers",
    "attendance",
    "url",
    "source",
    "language",
    "title_local",
    "place_local",
    "city_local",
    "language_local",
];

/// A line of the CSV, its cells by column.
struct Row<'a>(&'a StringRecord);

impl<'a> Row<'a> {
    fn cell(&self, column: &str) -> &'a str {
        let at = COLUMNS.iter().position(|name| *name == column);
        at.and_then(|at| self.0.get(at)).unwrap_or_default()
    }
}

/// The entry with every cell that is not empty.
///
/// # Errors
/// Names the column of a cell that cannot be carried over.
pub fn event(record: &StringRecord, ids: &mut Ids) -> Result<Map<String, Value>> {
    let row = Row(record);
    let mut event = Map::new();
    let mut put = |field: &str, value: Value| {
        if !value.is_null() {
            event.insert(field.to_owned(), value);
        }
    };
    put("id", json!(ids.next(row.cell("city"), row.cell("date"))?));
    put("title", text(row.cell("title")));
    put("kind", text(row.cell("kind")));
    put(
        "start",
        moment(row.cell("date"), row.cell("time")).context("time")?,
    );
    put("end", end(&row).context("end_time")?);
    for column in [
        "timezone",
        "place",
        "address",
        "city",
        "region",
        "country",
        "precision",
    ] {
        if column == "precision" {
            put("lat", degrees(row.cell("lat"), 90.0).context("lat")?);
            put("lon", degrees(row.cell("lon"), 180.0).context("lon")?);
        }
        put(column, text(row.cell(column)));
    }
    put("organizers", several(row.cell("organizers")));
    put(
        "attendance",
        attendance(row.cell("attendance")).context("attendance")?,
    );
    for column in ["url", "source", "language"] {
        put(column, text(row.cell(column)));
    }
    put("translations", translations(&row)?);
    Ok(event)
}

/// Plain text; nothing for an empty cell.
fn text(cell: &str) -> Value {
    if cell.is_empty() {
        Value::Null
    } else {
        json!(cell)
    }
}

/// `a;b` as an array.
fn several(cell: &str) -> Value {
    if cell.is_empty() {
        return Value::Null;
    }
    json!(cell.split(';').map(str::trim).collect::<Vec<_>>())
}

/// A day, with a clock time if there is one. The app's own reader proves that they exist.
fn moment(date: &str, time: &str) -> Result<Value> {
    if !shaped(date, "0000-00-00") {
        bail!("`{date}` is no date");
    }
    match time {
        "" => Ok(json!(date)),
        time if shaped(time, "00:00") => Ok(json!(format!("{date}T{time}"))),
        time => bail!("`{time}` is no time"),
    }
}

/// The end, on the day of the start: an earlier clock time would have to be guessed into the next day.
fn end(row: &Row) -> Result<Value> {
    let (time, end) = (row.cell("time"), row.cell("end_time"));
    if end.is_empty() {
        return Ok(Value::Null);
    }
    if time.is_empty() || end <= time {
        bail!("it ends at {end} but starts at `{time}`");
    }
    moment(row.cell("date"), end)
}

/// Whether text has the shape of a pattern in which `0` stands for a digit.
fn shaped(text: &str, pattern: &str) -> bool {
    text.len() == pattern.len()
        && text.bytes().zip(pattern.bytes()).all(|(byte, wanted)| {
            if wanted == b'0' {
                byte.is_ascii_digit()
            } else {
                byte == wanted
            }
        })
}

/// Degrees of latitude or longitude, up to `most` either way.
fn degrees(cell: &str, most: f64) -> Result<Value> {
    if cell.is_empty() {
        return Ok(Value::Null);
    }
    let degrees: f64 = cell.parse().with_context(|| format!("`{cell}`"))?;
    if degrees.is_nan() || degrees.abs() > most {
        bail!("`{cell}` is out of range");
    }
    Ok(json!(degrees))
}

/// `1000`, or `10000-50000` as low and high.
fn attendance(cell: &str) -> Result<Value> {
    let number = |text: &str| -> Result<u64> {
        text.parse()
            .with_context(|| format!("`{text}` is no number"))
    };
    Ok(match cell.split_once('-') {
        None if cell.is_empty() => Value::Null,
        None => json!(number(cell)?),
        Some((low, high)) => {
            let (low, high) = (number(low)?, number(high)?);
            if low >= high {
                bail!("`{cell}` is no range");
            }
            json!({ "low": low, "high": high })
        }
    })
}

/// The `…_local` cells under their language.
fn translations(row: &Row) -> Result<Value> {
    let mut texts = Map::new();
    for column in ["title_local", "place_local", "city_local"] {
        if let (Some(field), value) = (column.strip_suffix("_local"), row.cell(column))
            && !value.is_empty()
        {
            texts.insert(field.to_owned(), json!(value));
        }
    }
    match (row.cell("language_local"), texts.is_empty()) {
        ("", true) => Ok(Value::Null),
        (language, false) if !language.is_empty() => Ok(json!({ language: texts })),
        _ => bail!("language_local and the other …_local columns are to be filled together"),
    }
}
