//! What an import would do, entry by entry, for an editor to look over: a table, and where each value came from.

use std::fmt::Write as _;
use std::sync::Arc;

use unicode_width::UnicodeWidthStr as _;

use super::draft::{Draft, Origin, Reject};
use super::merge::Change;

/// The widest column of the table, in columns of a terminal.
const WIDEST: usize = 36;

/// The headings of the table.
const HEADINGS: [&str; 9] = [
    "line", "day", "hour", "zone", "city", "place", "title", "change", "doubtful",
];

/// The rows of a review, in the order of the sources.
#[derive(Debug, Default)]
pub struct Review {
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Row {
    source: Arc<str>,
    number: u64,
    cells: [String; 8],
    because: Vec<(&'static str, String)>,
}

impl Row {
    fn new(origin: &Origin, cells: [String; 8]) -> Self {
        Self {
            source: Arc::clone(&origin.source),
            number: origin.number,
            cells,
            because: Vec::new(),
        }
    }
}

impl Review {
    /// An entry that is about to be taken in; [`Review::became`] says what became of it.
    pub fn entry(&mut self, draft: &Draft) {
        let text = |field: &str| draft.text_of(field).unwrap_or_default().to_owned();
        let (start, end) = (text("start"), text("end"));
        let hour = |stamp: &str| stamp.get(11..16).unwrap_or_default().to_owned();
        let mut hours = hour(&start);
        if !hour(&end).is_empty() {
            hours = format!("{hours}–{}", hour(&end));
        }
        let country = text("country");
        let city = match (text("city").is_empty(), country.is_empty()) {
            (false, false) => format!("{}, {country}", text("city")),
            _ => text("city") + &country,
        };
        let day = start.get(..10).unwrap_or(&start).to_owned();
        let place = if text("place").is_empty() {
            text("address")
        } else {
            text("place")
        };
        let doubts = doubts(draft, &start);
        let cells = [
            day,
            hours,
            text("timezone"),
            city,
            place,
            text("title"),
            String::new(),
            doubts,
        ];
        let mut row = Row::new(&draft.origin, cells);
        row.because.clone_from(&draft.because);
        self.rows.push(row);
    }

    /// What became of the entry that was shown last but `back` others.
    pub fn became(&mut self, at: usize, change: &Change) {
        let Some(row) = self.rows.get_mut(at) else {
            return;
        };
        row.cells[6] = match change {
            Change::Added => "new",
            Change::Updated { .. } => "changed",
            Change::Unchanged { .. } => "as it is",
            Change::Twice => "there twice",
        }
        .to_owned();
        if let Change::Updated { fields, .. } = change {
            let names: Vec<&str> = fields.iter().map(|(name, ..)| name.as_str()).collect();
            row.cells[6] = format!("changed: {}", names.join(", "));
        }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// What does not go in.
    pub fn reject(&mut self, reject: &Reject) {
        let text = |field: &str| {
            let value = reject.fields.get(field);
            value
                .and_then(|value| value.as_str())
                .unwrap_or_default()
                .to_owned()
        };
        let mut cells: [String; 8] = Default::default();
        let start = text("start");
        // “TBC” is no hour of a day.
        let written = start.split_once('T').filter(|(day, _)| !day.is_empty());
        let (day, hour) = written.unwrap_or((&start, ""));
        (cells[0], cells[1]) = (day.to_owned(), hour.to_owned());
        (cells[3], cells[5]) = (text("city"), text("title"));
        // What was read of where it is, beside its city.
        let place = [text("place"), text("location")].into_iter();
        let place: Vec<String> = place
            .filter(|text| !text.is_empty() && *text != cells[3])
            .collect();
        cells[4] = place.join(", ");
        (cells[6], cells[7]) = ("rejected".to_owned(), reject.reason.clone());
        self.rows.push(Row::new(&reject.origin, cells));
    }

    /// The table, a source after the other.
    pub fn table(&self) -> String {
        let mut text = String::new();
        let mut rows: Vec<&Row> = self.rows.iter().collect();
        rows.sort_by(|one, other| (&one.source, one.number).cmp(&(&other.source, other.number)));
        for rows in rows.chunk_by(|one, other| one.source == other.source) {
            let lines: Vec<Vec<String>> = std::iter::once(HEADINGS.map(str::to_owned).to_vec())
                .chain(rows.iter().map(|row| row.columns()))
                .collect();
            let width = |column: usize| lines.iter().map(|line| line[column].width()).max();
            let widths: Vec<usize> = (0..HEADINGS.len()).filter_map(width).collect();
            let _ = writeln!(text, "{}", rows[0].source);
            for line in &lines {
                let cells = line.iter().zip(&widths);
                let padded = cells.map(|(cell, width)| {
                    format!("{cell}{}", " ".repeat(width.saturating_sub(cell.width())))
                });
                let padded: Vec<String> = padded.collect();
                let _ = writeln!(text, "  {}", padded.join("  ").trim_end());
            }
        }
        text
    }

    /// For each entry its values and the words they came from.
    pub fn explanation(&self) -> String {
        let mut text = String::new();
        for row in &self.rows {
            let name: Vec<&str> = [&row.cells[0], &row.cells[3], &row.cells[5]]
                .into_iter()
                .map(String::as_str)
                .filter(|cell| !cell.is_empty())
                .collect();
            let _ = writeln!(text, "{}, {}: {}", row.source, row.number, name.join(", "));
            if row.cells[6] == "rejected" {
                let _ = writeln!(text, "  rejected    {}", row.cells[7]);
            }
            if row.cells[6] != "rejected" && !row.cells[7].is_empty() {
                let _ = writeln!(text, "  doubtful    {}", row.cells[7]);
            }
            for (field, words) in &row.because {
                let _ = writeln!(text, "  {field:<11} {}", words.replace(['\n', '\r'], " "));
            }
        }
        text
    }
}

impl Row {
    fn columns(&self) -> Vec<String> {
        let number = self.number.to_string();
        let cells = self.cells.iter().enumerate().map(|(at, cell)| {
            let cell = cell.replace(['\n', '\r', '\t'], " ");
            // The last column may be as long as it is.
            match at == 7 {
                true => cell,
                false => shortened(&cell),
            }
        });
        std::iter::once(number).chain(cells).collect()
    }
}

fn shortened(cell: &str) -> String {
    if cell.width() <= WIDEST {
        return cell.to_owned();
    }
    let mut short = String::new();
    for letter in cell.chars() {
        if short.width() >= WIDEST - 2 {
            break;
        }
        short.push(letter);
    }
    short.push('…');
    short
}

/// What an editor should look at.
fn doubts(draft: &Draft, start: &str) -> String {
    let mut doubts: Vec<String> = draft.notes.clone();
    if start.get(11..16) == Some("00:00") {
        doubts.push("midnight: is it meant?".to_owned());
    }
    if !draft.fields.contains_key("lat") {
        doubts.push("no position".to_owned());
    }
    if start.len() > 10 && draft.text_of("timezone").is_none() {
        doubts.push("no zone".to_owned());
    }
    if let Some(status) = draft.text_of("status") {
        doubts.push(status.to_owned());
    }
    doubts.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_entries_and_rejects() {
        let origin = |number| Origin {
            source: "sheet.csv".into(),
            unit: "line",
            number,
        };
        let mut draft = Draft::new(origin(3), "");
        for (field, text) in [
            ("start", "2023-11-04T14:00"),
            ("end", "2023-11-04T16:00"),
            ("timezone", "Asia/Tokyo"),
            ("city", "東京"),
            ("country", "JP"),
            ("title", "デモ"),
        ] {
            draft.put(field, text);
        }
        let mut review = Review::default();
        review.entry(&draft);
        review.became(0, &Change::Added);
        review.reject(&Reject::new(origin(2), "", "no date"));
        let mut several = Draft::new(origin(4), "");
        for (field, text) in [
            ("start", "2023-11-05T10:00"),
            ("city", "Husum"),
            ("place", "Markt"),
        ] {
            several.put(field, text);
        }
        several.location = Some("Husum".to_owned());
        review.reject(&several.rejected("several"));
        assert_eq!(
            review.table(),
            "sheet.csv\n  \
             line  day         hour         zone        city      place  title  change    doubtful\n  \
             2                                                                  rejected  no date\n  \
             3     2023-11-04  14:00–16:00  Asia/Tokyo  東京, JP         デモ   new       no position\n  \
             4     2023-11-05  10:00                    Husum     Markt         rejected  several\n"
        );
    }
}
