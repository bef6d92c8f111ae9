//! Events of FullCalendar (<https://fullcalendar.io/docs/event-parsing>): rows whose whole days have an exclusive end.

use chrono::NaiveDate;
use serde_json::Value;

use super::fields::Object;

/// Makes the end of whole days inclusive, where an object has the fields of FullCalendar.
pub fn inclusive(object: &Object, cells: &mut Vec<(String, Value)>) {
    let day = |name: &str| {
        let said = object.get(name)?.as_str()?;
        let (day, clock) = said.split_at_checked(10)?;
        let is_day = clock.is_empty() || clock.trim_start_matches(['T', '0', ':']).is_empty();
        day.parse::<NaiveDate>().ok().filter(|_| is_day)
    };
    if object.get("allDay") != Some(&Value::Bool(true)) {
        return;
    }
    let (Some(first), Some(end)) = (day("start"), day("end")) else {
        return;
    };
    let last = end.pred_opt().filter(|last| *last > first);
    cells.retain(|(name, _)| name != "end");
    cells.extend(last.map(|last| ("end".to_owned(), last.to_string().into())));
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[track_caller]
    fn check(value: &Value, expected: Option<&str>) {
        let mut cells = vec![("end".to_owned(), value["end"].clone())];
        inclusive(value.as_object().unwrap(), &mut cells);
        let end = cells.iter().find(|(name, _)| name == "end");
        assert_eq!(end.and_then(|(_, end)| end.as_str()), expected);
    }

    #[test]
    fn whole_days_end_on_their_last() {
        let days = |end: &str| json!({ "allDay": true, "start": "2023-06-14", "end": end });
        check(&days("2023-06-15"), None);
        check(&days("2023-06-17"), Some("2023-06-16"));
        check(&days("2023-06-17T00:00:00"), Some("2023-06-16"));
        let hours =
            json!({ "allDay": false, "start": "2023-06-14T10:00", "end": "2023-06-14T12:00" });
        check(&hours, Some("2023-06-14T12:00"));
    }
}
