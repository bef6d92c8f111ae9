//! Days in years of an era, as sheets of offices write them in numbers: `R9.3.20`, `116/3/7`, `1160307`.

use chrono::NaiveDate;

use crate::when::calendars::{MINGUO, REIWA};

/// Years of Minguo that are taken for one when they stand alone: 2001 to 2060.
const YEARS: std::ops::Range<i32> = 90..150;

/// The day that a whole cell says.
pub(super) fn date(cell: &str) -> Option<NaiveDate> {
    if let Some(rest) = cell.strip_prefix(['R', 'r']) {
        let (year, month, day) = three(rest)?;
        return (1..100)
            .contains(&year)
            .then(|| NaiveDate::from_ymd_opt(year + REIWA.cast_signed(), month, day))?;
    }
    if cell.len() == 7 && cell.bytes().all(|byte| byte.is_ascii_digit()) {
        let number = |range: std::ops::Range<usize>| cell.get(range)?.parse::<u32>().ok();
        let year = i32::try_from(number(0..3)?).ok()?;
        return YEARS.contains(&year).then(|| {
            NaiveDate::from_ymd_opt(year + MINGUO.cast_signed(), number(3..5)?, number(5..7)?)
        })?;
    }
    let rest = cell.strip_prefix("民國").or(cell.strip_prefix("民国"));
    let (year, month, day) = three(rest.unwrap_or(cell))?;
    let is_year = YEARS.contains(&year) && (rest.is_some() || year > 99);
    is_year.then(|| NaiveDate::from_ymd_opt(year + MINGUO.cast_signed(), month, day))?
}

/// Year, month and day, with the same sign between them or with their words behind them.
fn three(text: &str) -> Option<(i32, u32, u32)> {
    let text = text.trim();
    let signs = ['.', '/', '-', '年', '月', '日'];
    let parts: Vec<&str> = text.trim_end_matches('日').split(signs).collect();
    let [year, month, day] = parts[..] else {
        return None;
    };
    let digits = |part: &str| part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.iter().all(|part| digits(part)).then_some(())?;
    Some((year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_eras_in_numbers() {
        for (cell, expected) in [
            ("R9.3.20", Some("2027-03-20")),
            ("R9/3/20", Some("2027-03-20")),
            ("116/3/7", Some("2027-03-07")),
            ("116.03.07", Some("2027-03-07")),
            ("1160307", Some("2027-03-07")),
            ("民國116年3月7日", Some("2027-03-07")),
            ("1161307", None),
            ("12/3/27", None),
            ("1234567", None),
            ("R2", None),
        ] {
            let found = date(cell).map(|date| date.to_string());
            assert_eq!(found.as_deref(), expected, "{cell}");
        }
    }
}
