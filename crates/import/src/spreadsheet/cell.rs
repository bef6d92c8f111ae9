//! A cell of a spreadsheet as the text that a table of text would have.

use calamine::{Data, ExcelDateTime};

/// The text of a cell: days as `2023-11-04`, hours as `14:30`, both as `2023-11-04T14:30`.
pub fn text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.trim().to_owned(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(said) => said.to_string(),
        Data::DateTime(at) => moment(at),
        Data::DateTimeIso(at) => iso(at),
        Data::DurationIso(time) => duration(time).unwrap_or_else(|| time.clone()),
        Data::Error(error) => error.to_string(),
    }
}

/// A number that the sheet shows as a day, an hour, or both; a number below 1 is an hour.
fn moment(at: &ExcelDateTime) -> String {
    let number = at.as_f64();
    let minutes = (number.fract() * 1440.0).round() as u32;
    if at.is_duration() || number < 1.0 {
        return format!("{:02}:{:02}", minutes / 60, minutes % 60);
    }
    let (year, month, day, hours, minutes, seconds, milliseconds) = at.to_ymd_hms_milli();
    let day = format!("{year:04}-{month:02}-{day:02}");
    if (hours, minutes, seconds) == (0, 0, 0) && milliseconds < 500 {
        return day;
    }
    // 14:29:59.999 is how some programs count half past two.
    let seconds = u32::from(hours) * 3600 + u32::from(minutes) * 60 + u32::from(seconds);
    let rounded = ((seconds + 1) / 60).min(1439);
    let exact = if (seconds + 1).is_multiple_of(60) {
        rounded
    } else {
        seconds / 60
    };
    format!("{day}T{:02}:{:02}", exact / 60, exact % 60)
}

/// `2023-11-04T00:00:00` of OpenDocument is a day.
fn iso(at: &str) -> String {
    match at.strip_suffix("T00:00:00") {
        Some(day) => day.to_owned(),
        None => at.to_owned(),
    }
}

/// `PT14H30M00S`, as OpenDocument writes hours (ISO 8601).
fn duration(text: &str) -> Option<String> {
    let (hours, rest) = text.strip_prefix("PT")?.split_once('H')?;
    let minutes = rest.split_once('M').map_or("0", |(minutes, _)| minutes);
    let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
    Some(format!("{hours:02}:{minutes:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType::{DateTime, TimeDelta};

    #[track_caller]
    fn check(cell: &Data, expected: &str) {
        assert_eq!(text(cell), expected);
    }

    #[test]
    fn days_and_hours_are_as_the_sheet_shows_them() {
        let day = |number| Data::DateTime(ExcelDateTime::new(number, DateTime, false));
        check(&day(45234.0), "2023-11-04");
        check(&day(45_234.604_166_666_7), "2023-11-04T14:30");
        check(&day(0.75), "18:00");
        check(&day(0.0), "00:00");
        let apple = Data::DateTime(ExcelDateTime::new(43772.0, DateTime, true));
        check(&apple, "2023-11-04");
        let time = Data::DateTime(ExcelDateTime::new(0.5, TimeDelta, false));
        check(&time, "12:00");
        check(
            &Data::DateTimeIso("2023-11-04T00:00:00".to_owned()),
            "2023-11-04",
        );
        check(&Data::DurationIso("PT14H30M00S".to_owned()), "14:30");
        check(&Data::Float(20_231_104.0), "20231104");
    }
}
