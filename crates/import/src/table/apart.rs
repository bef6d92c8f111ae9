//! A day and an hour whose parts have columns of their own: day, month and year; the hour, its minutes and its half of the day.

use std::borrow::Cow;

/// The cells of the parts.
#[derive(Debug, Clone, Copy, Default)]
pub struct Apart<'a> {
    /// A number or a name, with the heading of its column.
    pub month: Option<(&'a str, &'a str)>,
    /// With the heading of its column.
    pub year: Option<(&'a str, &'a str)>,
    /// “AM”, “pm”, with the heading of its column.
    pub half: Option<(&'a str, &'a str)>,
    /// Minutes, with the heading of their column.
    pub minute: Option<(&'a str, &'a str)>,
    /// The half of the day of the end.
    pub end_half: Option<(&'a str, &'a str)>,
    /// The minutes of the end.
    pub end_minute: Option<(&'a str, &'a str)>,
}

impl<'a> Apart<'a> {
    /// The date whose day is the cell, if the cell is a bare number and there is a month beside it. Takes the parts.
    pub fn date(&mut self, day: &'a str) -> Cow<'a, str> {
        let bare = number(day).is_some_and(|day| (1..=31).contains(&day));
        let Some((_, month)) = self.month.filter(|_| bare) else {
            return Cow::Borrowed(day);
        };
        self.month = None;
        let year = self.year.take().map(|(_, year)| year);
        Cow::Owned(match (number(month), year.and_then(number), number(day)) {
            (Some(month), Some(year), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
            // A number of a month beside that of a day is not in doubt, whatever the order of other dates.
            (Some(month @ 1..=12), None, _) => {
                let name = crate::when::names::english(month);
                format!("{day} {name} {}", year.unwrap_or_default())
            }
            _ => format!("{day} {month} {}", year.unwrap_or_default()),
        })
    }

    /// The hour with its minutes and its half of the day behind it, unless it says so itself. Takes them.
    pub fn time(&mut self, hour: &'a str) -> Cow<'a, str> {
        whole(hour, &mut self.minute, &mut self.half)
    }

    /// The hour of the end. A half of the day that has no column of its own is not that of the beginning.
    pub fn end_time(&mut self, hour: &'a str) -> Cow<'a, str> {
        whole(hour, &mut self.end_minute, &mut self.end_half)
    }

    /// The cells that are no part of a day or hour, with their headings.
    pub fn left(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let parts = [self.month, self.year, self.half, self.minute];
        let of_end = [self.end_half, self.end_minute];
        parts.into_iter().chain(of_end).flatten()
    }
}

fn whole<'a>(
    hour: &'a str,
    minute: &mut Option<(&'a str, &'a str)>,
    half: &mut Option<(&'a str, &'a str)>,
) -> Cow<'a, str> {
    let mut whole = Cow::Borrowed(hour);
    let minutes = minute
        .and_then(|(_, minute)| number(minute))
        .filter(|minute| *minute < 60);
    if let (Some(minutes), Some(hour)) = (minutes, number(hour).filter(|hour| *hour <= 24)) {
        *minute = None;
        whole = Cow::Owned(format!("{hour}:{minutes:02}"));
    }
    if let Some((_, said)) = half.filter(|_| !whole.chars().any(char::is_alphabetic)) {
        *half = None;
        whole = Cow::Owned(format!("{whole} {said}"));
    }
    whole
}

/// A cell that is a whole number; spreadsheets write `4.0`.
fn number(cell: &str) -> Option<u32> {
    let cell = cell.trim();
    let cell = cell
        .strip_suffix(".0")
        .or(cell.strip_suffix('.'))
        .unwrap_or(cell);
    cell.parse().ok()
}
