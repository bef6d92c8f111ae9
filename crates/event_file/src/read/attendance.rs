//! How many took part: a number, or what was counted low and high.

use serde_json::{Number, Value};

use super::json::{Json, Members, member, object};
use super::scope::{Reading, Scope};
use crate::event::Attendance;
use crate::problem::{Outcome, ProblemKind, Severity};

/// Reads `1500`, `"1500"` or `{"low": 1000, "high": 2000}`. Other members of the object are kept.
pub(super) fn attendance(scope: &mut Scope<'_>, name: &str, json: Json<'_>) -> Option<Attendance> {
    match json {
        Json::Number(ref number) => match count(number) {
            Some(number) => Some(exactly(number)),
            None => refuse(scope, name, json, None),
        },
        Json::Object(members) => between(scope, name, members),
        Json::Text(_) | Json::Null => {
            scope.parsed(name, json, text, Severity::Error, Outcome::Ignored)
        }
        _ => refuse(scope, name, json, None),
    }
}

fn between(scope: &mut Scope<'_>, name: &str, mut members: Members<'_>) -> Option<Attendance> {
    let end = |end: &str| match member(&members, end)? {
        Json::Number(number) => count(number),
        _ => None,
    };
    let (Some(low), Some(high)) = (end("low"), end("high")) else {
        return refuse(scope, name, Json::Object(members), None);
    };
    if low > high {
        let write = format!("{{\"low\": {high}, \"high\": {low}}}");
        let (kind, done) = (ProblemKind::LowAboveHigh, Outcome::Ignored);
        let json = Json::Object(members);
        scope.refuse(Severity::Error, kind, name, json, Some(write), done);
        return None;
    }
    members.retain(|(member, _)| member != "low" && member != "high");
    if !members.is_empty() {
        let others = Value::Object(object(members));
        scope.rest.insert(name.to_owned(), others);
    }
    Some(Attendance { low, high })
}

fn refuse<T>(
    scope: &mut Scope<'_>,
    name: &str,
    json: Json<'_>,
    write: Option<String>,
) -> Option<T> {
    let (kind, done) = (ProblemKind::NotAttendance, Outcome::Ignored);
    scope.refuse(Severity::Error, kind, name, json, write, done);
    None
}

/// A whole number, also when written `1500.0`.
fn count(number: &Number) -> Option<u64> {
    if let Some(number) = number.as_u64() {
        return Some(number);
    }
    let number = number.as_f64()?;
    // Up to 2^53 every whole number is exact.
    let whole = number.fract() == 0.0 && (0.0..=9_007_199_254_740_992.0).contains(&number);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    whole.then_some(number as u64)
}

fn exactly(number: u64) -> Attendance {
    Attendance {
        low: number,
        high: number,
    }
}

/// A text: plain digits are read, `1,500` and `1000-2000` are only suggested upon.
fn text(text: &str) -> Reading<Attendance> {
    let number = |text: &str| text.trim().parse::<u64>().ok();
    if let Some(count) = number(text) {
        return Reading::Lenient(
            exactly(count),
            ProblemKind::NumberAsText,
            Some(count.to_string()),
        );
    }
    let write = match text.split_once(['-', '–']) {
        Some((low, high)) => number(low)
            .zip(number(high))
            .filter(|(low, high)| low <= high)
            .map(|(low, high)| format!("{{\"low\": {low}, \"high\": {high}}}")),
        None => thousands(text.trim()).map(|number| number.to_string()),
    };
    Reading::Bad(ProblemKind::NotAttendance, write)
}

/// `1,500`, `1.500`, `1 500`: people are counted whole, so the mark can only part thousands.
fn thousands(text: &str) -> Option<u64> {
    let mut parts = text.split([',', '.', ' ', '\u{a0}', '\u{202f}', '\'']);
    let first = parts.next().filter(|part| (1..=3).contains(&part.len()))?;
    let digits = parts.try_fold(first.to_owned(), |digits, part| {
        (part.len() == 3).then(|| digits + part)
    })?;
    digits.parse().ok()
}
