//! JSON text: a value, or one in each line (JSON Lines, <https://jsonlines.org>).

use std::sync::Arc;

use serde_json::Value;

use crate::draft::{Origin, Reading, Reject};

/// Why a text is no JSON.
pub fn unreadable(error: &serde_json::Error) -> String {
    let (line, column) = (error.line(), error.column());
    let why = match error.is_eof() {
        true => "it ends in the middle; was it cut off?",
        false => "something is wrong there, such as a comma too many or a quote too few",
    };
    format!("JSON that cannot be read, line {line}, column {column}: {why}")
}

/// The value of a text, or the list of those that stand one after the other (JSON Lines).
pub fn values(text: &str) -> Result<Value, String> {
    let unread = |error: serde_json::Error| unreadable(&error);
    let mut all = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    let first = all.next().unwrap_or(Ok(Value::Null)).map_err(unread)?;
    let more = all.collect::<Result<Vec<Value>, _>>().map_err(unread)?;
    if more.is_empty() {
        return Ok(first);
    }
    Ok(std::iter::once(first).chain(more).collect())
}

/// The objects of JSON Lines in which some lines cannot be read, each of which is a reject; `None` for any other text.
pub fn lines(text: &str, source: &Arc<str>, reading: &mut Reading) -> Option<Value> {
    let lines = (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.trim().is_empty());
    let (mut objects, mut broken) = (Vec::new(), Vec::new());
    for (number, line) in lines {
        match serde_json::from_str::<Value>(line) {
            Ok(value) if value.is_object() => objects.push(value),
            Ok(_) => return None,
            Err(error) => broken.push((number, line, error)),
        }
    }
    if objects.is_empty() || objects.len() < broken.len() {
        return None;
    }
    for (number, line, error) in broken {
        let origin = Origin {
            source: Arc::clone(source),
            unit: "line",
            number,
        };
        let reason = unreadable(&error).replacen("line 1,", &format!("line {number},"), 1);
        reading.reject(Reject::new(origin, line, reason));
    }
    Some(objects.into())
}
