//! How many took part: a number, or what was counted low and high.

use serde_json::{Map, Value};

use super::cell::Cell;
use super::scope::{Reading, Scope};
use crate::event::Attendance;
use crate::problem::{Outcome, ProblemKind, Severity};

/// Reads `1500`, `"1500"` or `{"low": 1000, "high": 2000}`. Other members of the object are kept.
pub(super) fn attendance(scope: &mut Scope<'_>, name: &str, cell: Cell<'_>) -> Option<Attendance> {
    match cell {
        Cell::Absent => None,
        Cell::Number(ref number) => match count(&Value::Number(number.clone())) {
            Some(number) => Some(exactly(number)),
            None => refuse(scope, name, cell, None),
        },
        Cell::Other(value) if value.is_object() => between(scope, name, *value),
        Cell::Other(_) => refuse(scope, name, cell, None),
        cell => scope.parsed(name, cell, text, Severity::Error, Outcome::Ignored),
    }
}

fn between(scope: &mut Scope<'_>, name: &str, value: Value) -> Option<Attendance> {
    let end = |end: &str| value.get(end).and_then(count);
    let (Some(low), Some(high)) = (end("low"), end("high")) else {
        return refuse(scope, name, value.into(), None);
    };
    if low > high {
        let write = format!("{{\"low\": {high}, \"high\": {low}}}");
        let (kind, done) = (ProblemKind::LowAboveHigh, Outcome::Ignored);
        scope.refuse(Severity::Error, kind, name, value.into(), Some(write), done);
        return None;
    }
    if let Value::Object(members) = value {
        let others = |(member, _): &(String, Value)| member != "low" && member != "high";
        let others: Map<String, Value> = members.into_iter().filter(others).collect();
        if !others.is_empty() {
            scope.keep(name, Value::Object(others).into());
        }
    }
    Some(Attendance { low, high })
}

fn refuse<T>(
    scope: &mut Scope<'_>,
    name: &str,
    cell: Cell<'_>,
    write: Option<String>,
) -> Option<T> {
    let (kind, done) = (ProblemKind::NotAttendance, Outcome::Ignored);
    scope.refuse(Severity::Error, kind, name, cell, write, done);
    None
}

/// A whole number, also when written `1500.0`.
fn count(value: &Value) -> Option<u64> {
    if let Some(number) = value.as_u64() {
        return Some(number);
    }
    let number = value.as_f64()?;
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
