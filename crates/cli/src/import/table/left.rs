//! Columns that are left over: what one is of, by the words of its heading and by what its cells hold, where the table has
//! no day, no title or no place without it.

use std::collections::HashSet;

use super::columns::{Column, Part, part, reaches_someone};
use super::value::well_known_text;
use super::{hour_cell, stamp};
use crate::import::when::Said;
use crate::import::when::written::Form;

/// So many cells of a column, and rows of a table, are looked at.
pub const LOOKED_AT: usize = 500;
/// The longest title, in bytes.
const LONGEST: usize = 200;

/// The columns of headings that are not known.
#[derive(Debug, Default)]
pub struct Left {
    columns: Vec<Seen>,
    /// The most cells that a column has.
    rows: usize,
    /// Hours are written with their day.
    days_with_hours: bool,
    /// The day says the hour.
    says_hour: bool,
    starts: Starts,
}

/// What was seen of the column that is taken for the day.
#[derive(Debug, Default)]
struct Starts {
    cells: usize,
    dates: usize,
    hours: usize,
}

/// What was seen of a column.
#[derive(Debug)]
struct Seen {
    heading: String,
    part: Option<Part>,
    dates: usize,
    hours: usize,
    /// Positions in well-known text.
    points: usize,
    /// Dates to the second, as a form writes when it was filled in.
    stamps: usize,
    texts: HashSet<String>,
    cells: usize,
    is_personal: bool,
}

impl Left {
    /// Takes a cell into account.
    pub fn see(&mut self, column: &Column, heading: &str, cell: &str) {
        let cell = cell.trim();
        match column {
            Column::Known("start") if !cell.is_empty() && self.starts.cells < LOOKED_AT => {
                self.starts.cells += 1;
                self.starts.dates += usize::from(stamp::said(cell).is_some());
                self.starts.hours += usize::from(matches!(hour_cell::clock(cell), Ok(Some(_))));
                self.says_hour |= stamp::clock_of(cell).is_some();
            }
            Column::Known("time") => {
                self.days_with_hours |=
                    stamp::said(cell).is_some_and(|said| stamp::time_of(&said).is_some());
            }
            Column::Other(_) if !cell.is_empty() => {
                let at = self.columns.iter().position(|own| own.heading == heading);
                let at = at.unwrap_or_else(|| {
                    self.columns.push(Seen::new(heading));
                    self.columns.len() - 1
                });
                self.columns[at].see(cell);
                self.rows = self.rows.max(self.columns[at].cells);
            }
            _ => {}
        }
    }

    /// Gives columns the fields that the table lacks; what is said of it. `dated`: something else than a column says the day.
    pub fn settle(&self, columns: &mut [(&str, &mut Column)], dated: bool) -> Vec<String> {
        let mut notes = Vec::new();
        let mut taken = Vec::new();
        let has = |columns: &[(&str, &mut Column)], fields: &[&str]| {
            let mut columns = columns.iter();
            columns.any(|(_, column)| match &**column {
                Column::Known(field) | Column::Translated(field, _) => fields.contains(field),
                _ => false,
            })
        };
        let left = |columns: &[(&str, &mut Column)]| -> Vec<&Seen> {
            let is = |seen: &&Seen| {
                let mut columns = columns.iter();
                columns.any(|(heading, column)| {
                    *heading == seen.heading && matches!(**column, Column::Other(_))
                })
            };
            let left = self.columns.iter().filter(is);
            left.filter(|seen| !seen.is_personal).collect()
        };
        let mut take = |columns: &mut [(&str, &mut Column)], heading: &str, field: &'static str| {
            let mut columns = columns.iter_mut();
            if let Some((_, column)) = columns.find(|(own, _)| *own == heading) {
                **column = Column::Known(field);
                let name = if field == "start" { "date" } else { field };
                taken.push(format!("“{}” for the {name}", heading.trim()));
            }
        };
        // “Start” beside “Event day”: hours, or days of the week, are no day.
        let is_none = self.starts.cells > 0 && self.starts.dates == 0;
        if let (true, Ok(Some(heading))) = (is_none, day(&left(columns))) {
            let is_time = self.starts.hours == self.starts.cells && !has(columns, &["time"]);
            for (name, column) in columns.iter_mut() {
                if **column == Column::Known("start") {
                    **column = match is_time {
                        true => Column::Known("time"),
                        false => Column::Other(name.trim().to_owned()),
                    };
                }
            }
            take(columns, heading, "start");
        }
        if !dated && !self.days_with_hours && !has(columns, &["start", "month", "year"]) {
            match day(&left(columns)) {
                Ok(found) => found
                    .into_iter()
                    .for_each(|heading| take(columns, heading, "start")),
                Err(note) => notes.push(note),
            }
        }
        if !self.says_hour && !has(columns, &["time", "all_day"]) {
            let is_hour = |seen: &&Seen| seen.part == Some(Part::Hour) && seen.hours > 0;
            let left = left(columns);
            let found = left.into_iter().find(is_hour);
            let found = found.map(|seen| seen.heading.as_str());
            found
                .into_iter()
                .for_each(|heading| take(columns, heading, "time"));
        }
        if !has(columns, &["position", "lat"]) {
            let found = left(columns)
                .into_iter()
                .find(|seen| seen.points == seen.cells);
            let found = found.map(|seen| seen.heading.as_str());
            found
                .into_iter()
                .for_each(|heading| take(columns, heading, "position"));
        }
        let mut rest = left(columns);
        rest.retain(|seen| seen.is_text());
        if !has(columns, &["place", "location"]) {
            let found = rest.iter().find(|seen| seen.part == Some(Part::Place));
            let found = found.map(|seen| seen.heading.as_str());
            found
                .into_iter()
                .for_each(|heading| take(columns, heading, "location"));
        }
        if !has(columns, &["title"]) {
            let of = |part: Part| rest.iter().find(move |seen| seen.part == Some(part));
            let named = of(Part::Title).or_else(|| of(Part::About));
            let is_free = |seen: &&&Seen| seen.part.is_none() && seen.is_of_titles(self.rows);
            let free: Vec<&str> = rest
                .iter()
                .filter(is_free)
                .map(|seen| seen.heading.as_str())
                .collect();
            let placed = has(columns, &["place", "location"]);
            match (named, &free[..]) {
                (Some(seen), _) => take(columns, &seen.heading, "title"),
                (None, [only]) if placed => take(columns, only, "title"),
                (None, []) => {}
                (None, several) => notes.push(format!(
                    "no heading is known to be that of titles, so entries are called by their places; --map {}=title, if it is one",
                    quoted(several, "=title or --map ")
                )),
            }
        }
        if !taken.is_empty() {
            let taken = taken.join(", ");
            notes.insert(
                0,
                format!("taken: {taken}; --map COLUMN=FIELD says otherwise"),
            );
        }
        notes
    }
}

/// The column of the day of the event, by its heading, or as the only one of days.
fn day<'a>(left: &[&'a Seen]) -> Result<Option<&'a str>, String> {
    let all = || left.iter().filter(|seen| seen.is_of_days());
    let named: Vec<&&Seen> = all().filter(|seen| seen.part == Some(Part::Date)).collect();
    let is_open = |seen: &&&Seen| seen.part != Some(Part::OtherDay) && seen.stamps < seen.dates;
    let open: Vec<&&Seen> = all().filter(is_open).collect();
    match (&named[..], &open[..]) {
        ([only], _) | ([], [only]) => Ok(Some(&only.heading)),
        ([], []) if all().next().is_none() => Ok(None),
        _ => {
            let headings: Vec<&str> = all().map(|seen| seen.heading.as_str()).collect();
            Err(format!(
                "the column of the day of the event is not known; it may be --map {}",
                quoted(&headings, "=start or --map ") + "=start"
            ))
        }
    }
}

/// Headings between quotation marks.
fn quoted(headings: &[&str], between: &str) -> String {
    let quoted = headings
        .iter()
        .map(|heading| format!("“{}”", heading.trim()));
    quoted.collect::<Vec<_>>().join(between)
}

impl Seen {
    fn new(heading: &str) -> Self {
        Self {
            heading: heading.to_owned(),
            part: part(heading),
            dates: 0,
            hours: 0,
            points: 0,
            stamps: 0,
            texts: HashSet::new(),
            cells: 0,
            is_personal: false,
        }
    }

    fn see(&mut self, cell: &str) {
        if self.cells >= LOOKED_AT {
            return;
        }
        self.cells += 1;
        if well_known_text(cell).is_some() {
            self.points += 1;
            return;
        }
        self.is_personal |= reaches_someone(cell);
        self.hours += usize::from(matches!(hour_cell::clock(cell), Ok(Some(_))));
        let is_named = self.part == Some(Part::Date);
        if stamp::said(cell).is_some_and(|said| is_named || is_day(&said, cell)) {
            self.dates += 1;
            self.stamps += usize::from(cell.matches(':').count() > 1);
        } else if is_text(cell) {
            self.texts.insert(cell.to_owned());
        }
    }

    /// Whether most of its cells are days.
    fn is_of_days(&self) -> bool {
        self.dates > 0 && self.dates * 4 >= self.cells * 3
    }

    /// Whether most of its cells are texts.
    fn is_text(&self) -> bool {
        self.dates == 0 && !self.texts.is_empty()
    }

    /// Whether nearly every row has a text of its own, of several words.
    fn is_of_titles(&self, rows: usize) -> bool {
        let words = self
            .texts
            .iter()
            .map(|text| text.split_whitespace().count());
        let several = words.filter(|words| *words > 1).count();
        let unspaced = |text: &String| text.chars().any(|letter| u32::from(letter) >= 0x2e80);
        let differing = self.texts.len();
        differing > 1
            && differing * 5 >= rows * 4
            && (several * 2 > differing || self.texts.iter().all(unspaced))
    }
}

/// Whether a cell is a day under any heading, and no bare number.
fn is_day(said: &Said, cell: &str) -> bool {
    let is_number = stamp::is_bare_number(cell);
    let is_short =
        matches!(said, Said::Loosely { date, .. } if matches!(date.form, Form::TwoNumbers(_)));
    !is_number && !is_short || stamp::is_moment(said)
}

/// Whether a cell is a text such as a title, and no number, hour or address of the web.
fn is_text(cell: &str) -> bool {
    let letters = cell.chars().filter(|letter| letter.is_alphabetic()).count();
    letters > 3
        && cell.len() <= LONGEST
        && !cell.contains("://")
        && !matches!(hour_cell::clock(cell), Ok(Some(_)))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::read;
    use crate::import::options::Options;

    /// Day, title and place of each row of a table, or the reason why it has none.
    #[track_caller]
    fn check(text: &str, expected: &[[&str; 3]]) -> Vec<String> {
        let source: Arc<str> = "sheet.csv".into();
        let read = read(text, &source, &Options::new(chrono::NaiveDate::MIN)).unwrap();
        let found = read.drafts.iter().map(|draft| {
            let start = draft.start.map(|start| start.to_string());
            let place = draft
                .location
                .clone()
                .or(draft.text_of("place").map(str::to_owned));
            let title = draft.text_of("title").unwrap_or_default().to_owned();
            [start.unwrap_or_default(), title, place.unwrap_or_default()]
        });
        let refused = read
            .rejects
            .iter()
            .map(|reject| [reject.reason.clone(), String::new(), String::new()]);
        let found: Vec<[String; 3]> = found.chain(refused).collect();
        assert_eq!(found, expected, "{text}");
        read.notes
    }

    #[test]
    fn headings_are_read_by_their_words_where_a_field_is_missing() {
        let notes = check(
            "Aktenzeichen;Anmeldedatum;Demodatum;Zeitangabe;Stadt;Sammelstelle/Ort;Zweck der Demo\n\
             1;30.11.2026;6.3.2027;14 Uhr;Bonn;Markt;Mieten runter\n",
            &[["2027-03-06T14:00", "Mieten runter", "Markt"]],
        );
        assert!(
            notes
                .iter()
                .any(|note| note.contains("“Demodatum” for the date")),
            "{notes:?}"
        );
        check(
            "Fecha aviso,Fecha marcha,Hora,Ciudad,Lugar\n20/11/2026,04/03/2027,18:00,Sevilla,Plaza Nueva\n",
            &[["2027-03-04T18:00", "", "Plaza Nueva"]],
        );
        check(
            "Dátum,Időpont,Város,Mi a rendezvény neve?\n2027-03-06,14:00,Pécs,Menet a klímáért\n",
            &[["2027-03-06T14:00", "Menet a klímáért", ""]],
        );
    }

    #[test]
    fn the_only_column_of_days_or_of_texts_is_taken() {
        check(
            "Xq,Zeit,Stadt,Ort,Zorb\n6.3.2027,14:00,Bonn,Markt,Wir sind mehr\n\
             7.3.2027,15:00,Kassel,Königsplatz,Kein Tag ohne uns\n",
            &[
                ["2027-03-06T14:00", "Wir sind mehr", "Markt"],
                ["2027-03-07T15:00", "Kein Tag ohne uns", "Königsplatz"],
            ],
        );
        let notes = check(
            "Datum,Zeit,Stadt,Ort,Zorb,Blip\n6.3.2027,14:00,Bonn,Markt,Wir sind mehr,Nie wieder Krieg\n\
             7.3.2027,15:00,Kassel,Königsplatz,Kein Tag ohne uns,Mieten müssen runter\n",
            &[
                ["2027-03-06T14:00", "", "Markt"],
                ["2027-03-07T15:00", "", "Königsplatz"],
            ],
        );
        assert!(
            notes
                .iter()
                .any(|note| note.contains("--map “Zorb”=title or")),
            "{notes:?}"
        );
    }

    #[test]
    fn a_start_of_hours_beside_a_day_is_the_hour() {
        check(
            "Event day,Start,Town,Spot,Name\n3 March 2027,2pm,Leeds,Square,Rally\n",
            &[["2027-03-03T14:00", "Rally", "Square"]],
        );
        check(
            "Tag,Demodatum,Zeit,Stadt,Titel\nSamstag,6.3.2027,14:00,Bonn,Demo\n",
            &[["2027-03-06T14:00", "Demo", ""]],
        );
    }

    #[test]
    fn a_column_of_points_is_the_position() {
        let text = "Datum,Zeit,Titel,Wo genau\n6.3.2027,14:00,Demo,POINT (7.0955 50.7344)\n";
        let read = read(
            text,
            &"sheet.csv".into(),
            &Options::new(chrono::NaiveDate::MIN),
        )
        .unwrap();
        let degrees = ["lat", "lon"].map(|field| read.drafts[0].fields[field].as_f64());
        assert_eq!(degrees, [Some(50.7344), Some(7.0955)]);
    }

    #[test]
    fn a_row_without_a_day_names_the_columns_of_days() {
        check(
            "Xq,Yq,Zeit,Stadt,Titel\n6.3.2027,13.3.2027,14:00,Bonn,Demo\n",
            &[[
                "no date: “Xq” and “Yq” hold days; --map \"Yq=start\", if that is when it takes place",
                "",
                "",
            ]],
        );
    }
}
