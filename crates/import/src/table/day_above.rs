//! The day of all rows of a table, in a text above it: “1 May 2027 – where we march”, “MARCHES 12/12/2026 (SATURDAY)”.

use chrono::NaiveDate;

use super::other_day;
use crate::when::reckoning::Reckoning;
use crate::when::title_day::written_in;

/// The most characters of a text that are said.
const SAID: usize = 80;

/// The day of all rows that have none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayAbove {
    /// The day.
    pub day: NaiveDate,
    /// The text that names it among words of its own.
    text: Option<String>,
}

impl DayAbove {
    /// A day that the editor says, or that heads the rows.
    pub fn of(day: NaiveDate) -> Self {
        Self { day, text: None }
    }

    /// What is said of rows that got the day, if it stands among other words.
    pub fn note(&self) -> Option<String> {
        let text = self.text.as_ref()?;
        Some(format!(
            "entries without a day are on {}, as stands above them (“{text}”); --set date= says another",
            self.day
        ))
    }
}

/// The day that the nearest of these texts names, the nearest first, or why it is none.
pub fn day<'t>(
    texts: impl Iterator<Item = &'t str>,
    reckoning: &Reckoning,
) -> Option<Result<DayAbove, String>> {
    let mut days = texts.filter_map(|text| of_text(text, reckoning));
    let first = days.next()?;
    let rest: Vec<_> = days.collect();
    let Ok(nearest) = &first else {
        let clear = rest.into_iter().find(Result::is_ok);
        return Some(clear.unwrap_or(first));
    };
    // A day alone heads what is below it, whatever else is said above.
    let another = rest.iter().flatten().find(|other| other.day != nearest.day);
    match another.filter(|_| nearest.text.is_some()) {
        Some(other) => Some(Err(format!(
            "no date, and two days stand above, {} and {}: say --set date={}, if that is when it takes place",
            other.day, nearest.day, nearest.day
        ))),
        None => Some(first),
    }
}

/// The day that a text names for what is below it.
pub fn of_text(text: &str, reckoning: &Reckoning) -> Option<Result<DayAbove, String>> {
    let (date, range) = written_in(text)?;
    let (before, behind) = (text.get(..range.start)?, text.get(range.end..)?);
    if other_day::is_other(text, before) {
        return None;
    }
    let is_bare = !before.contains(char::is_alphabetic) && !behind.contains(char::is_alphabetic);
    Some(reckoning.day(&date, text).map(|day| DayAbove {
        day,
        text: (!is_bare).then(|| text.chars().take(SAID).collect()),
    }))
}

/// The texts of the lines above a table in CSV, the nearest first: the cells of each that are filled.
pub(super) fn lines_above(above: &str) -> Vec<String> {
    let cells = |line: &str| {
        let cells = line
            .split([',', ';', '\t', '|'])
            .map(|cell| cell.trim().trim_matches('"'));
        let filled: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
        filled.join(" ")
    };
    above.lines().rev().map(cells).collect()
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use crate::options::Options;

    #[test]
    fn the_day_of_all_rows_stands_above_them() {
        for (above, heading, expected) in [
            ("1 May 2027 – where we march", "Time", "2027-05-01T10:00"),
            ("Rallies on 1 May 2027,,,", "Start", "2027-05-01T10:00"),
            (
                "MARCHES 12/12/2026 (SATURDAY),,,",
                "Time",
                "2026-12-12T10:00",
            ),
            ("ATOS 20/12/2026 (DOMINGO),,,", "Time", "2026-12-20T10:00"),
            ("Stand: 28. November 2026,,,", "Time", "-"),
        ] {
            let text =
                format!("{above}\nCity,{heading},Place,Title\nLeeds,10:00,City Square,March\n");
            let options = Options::new("2026-11-30".parse().unwrap());
            let read = read(&text, &"s.csv".into(), &options).unwrap();
            let start = read.drafts.first().and_then(|draft| draft.start);
            let start = start.map_or("-".to_owned(), |start| start.to_string());
            assert_eq!(start, expected, "{above}");
        }
    }

    #[test]
    fn a_day_among_words_is_said_and_two_are_none() {
        for (above, expected) in [
            (
                &["Leeds", "Day of action, Saturday 27 February 2027"][..],
                "2027-02-27 said",
            ),
            (
                &["27 February 2027", "Meeting of 12 January 2027"],
                "2027-02-27",
            ),
            (
                &["Action on 27 February 2027", "Meeting of 12 January 2027"],
                "none",
            ),
            (
                &[
                    "Send yours in by 20 February 2027",
                    "Action on 27 February 2027",
                ],
                "2027-02-27 said",
            ),
            (&["27 February 2027 and 6 March 2027"], "-"),
        ] {
            let found = super::day(above.iter().copied(), &super::Reckoning::default());
            let found = found.map_or("-".to_owned(), |day| match day {
                Ok(day) => match day.note() {
                    Some(_) => format!("{} said", day.day),
                    None => day.day.to_string(),
                },
                Err(_) => "none".to_owned(),
            });
            assert_eq!(found, expected, "{above:?}");
        }
    }
}
