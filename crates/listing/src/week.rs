//! The day a week begins with.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Where weeks begin on Sunday, on Saturday and on Friday: ISO 3166-1 alpha-2 codes, after the
/// Unicode CLDR, `supplemental/weekData.xml`, `firstDay`. Everywhere else on Monday.
const SUNDAY: &str = "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA \
    MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW";
const SATURDAY: &str = "AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY";
const FRIDAY: &str = "MV";

/// The first day of the week in a region, for browsers that do not tell.
pub fn first_weekday(region: &str) -> Weekday {
    let listed = |regions: &str| regions.split_ascii_whitespace().any(|code| code == region);
    match () {
        () if listed(SUNDAY) => Weekday::Sun,
        () if listed(SATURDAY) => Weekday::Sat,
        () if listed(FRIDAY) => Weekday::Fri,
        () => Weekday::Mon,
    }
}

/// The weekday of an ISO 8601 number: 1 is Monday, 7 is Sunday.
pub fn weekday(number: u32) -> Option<Weekday> {
    let days = number.checked_sub(1).filter(|days| *days < 7)?;
    Weekday::try_from(u8::try_from(days).ok()?).ok()
}

/// The first day of the week that `day` lies in.
pub fn week_of(day: NaiveDate, first: Weekday) -> NaiveDate {
    let into = day.weekday().days_since(first);
    day.checked_sub_days(Days::new(into.into())).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_begin_as_the_region_has_it() {
        for (region, first) in [
            ("FR", Weekday::Mon),
            ("US", Weekday::Sun),
            ("EG", Weekday::Sat),
            ("MV", Weekday::Fri),
            ("", Weekday::Mon),
            ("001", Weekday::Mon),
        ] {
            assert_eq!(first_weekday(region), first, "{region}");
        }
    }

    #[test]
    fn weekdays_are_numbered_from_monday() {
        assert_eq!(weekday(1), Some(Weekday::Mon));
        assert_eq!(weekday(7), Some(Weekday::Sun));
        assert_eq!(weekday(0), None);
        assert_eq!(weekday(8), None);
    }

    #[test]
    fn a_week_begins_on_its_first_day() {
        // 4 November 2023 is a Saturday.
        for (day, first, expected) in [
            ("2023-11-04", Weekday::Mon, "2023-10-30"),
            ("2023-11-04", Weekday::Sun, "2023-10-29"),
            ("2023-11-04", Weekday::Sat, "2023-11-04"),
            ("2023-11-03", Weekday::Sat, "2023-10-28"),
            ("2024-01-01", Weekday::Sun, "2023-12-31"),
        ] {
            let week = week_of(day.parse().unwrap(), first);
            assert_eq!(week.to_string(), expected, "{day} {first}");
        }
    }
}
