//! CSV and TSV: a row for each entry, whatever the delimiter, headings in many languages.

mod answers;
mod apart;
pub(crate) mod aside;
mod beside;
pub mod columns;
pub(crate) mod day_above;
mod east_asian_city;
mod eras;
pub(crate) mod flag;
pub(crate) mod grouped;
mod groups;
pub(crate) mod habits;
pub(crate) mod heading;
mod heading_language;
pub(crate) mod hour_cell;
pub(crate) mod hours;
pub(crate) mod left;
mod merged;
pub(crate) mod moments;
mod moved;
mod moved_place;
mod other_day;
pub(crate) mod ours;
mod part_of_day;
pub(crate) mod position;
pub(crate) mod records;
mod remark;
mod remark_column;
pub(crate) mod row;
pub(crate) mod scripts;
pub(crate) mod several;
pub(crate) mod shape;
pub(crate) mod stamp;
mod state_column;
pub(crate) mod times;
mod undated;
mod unheaded;
mod unread;
pub(crate) mod value;
mod weekly;

use std::sync::Arc;

use csv::StringRecord;

use self::columns::Column;
use self::day_above::DayAbove;
use self::habits::{Habits, Sight};
use self::hours::Hours;
use self::left::Left;
use self::merged::Merged;
use self::records::{Records, misshapen, origin};
pub(crate) use self::shape::{MOST_COLUMNS, shape};
pub(crate) use self::unheaded::unheaded;
use super::draft::{Draft, Origin, Reading, Reject};
use super::listing;
use super::options::Options;
use super::when::reckoning::Reckoning;

/// Reads a table.
///
/// # Errors
/// It has no heading that is known, or far too many columns.
pub(crate) fn read(text: &str, source: &Arc<str>, options: &Options) -> Result<Reading, String> {
    let shape = shape(text, &options.columns)
        .ok_or("no line with headings such as date, title, city; say --map HEADING=FIELD")?;
    let mut reading = Reading::default();
    let mut records = Records::new(text, shape);
    let mut record = StringRecord::new();
    let heading = match records.next(&mut record) {
        Some(_) => record.clone(),
        None => StringRecord::new(),
    };
    if heading.len() > MOST_COLUMNS {
        return Err(format!(
            "{} columns; at most {MOST_COLUMNS} are read",
            heading.len()
        ));
    }
    let mut headings: Vec<&str> = heading.iter().collect();
    let mut lines_above = &text[..shape.heading];
    let grouped = groups::headings(lines_above, shape.delimiter, &headings);
    if let Some(grouped) = &grouped {
        headings = grouped.iter().map(String::as_str).collect();
        let lines = lines_above.trim_end_matches(['\r', '\n']);
        lines_above = &lines[..lines.rfind('\n').map_or(0, |at| at + 1)];
    }
    above(lines_above, source, options, &mut reading);
    if ours::is_ours(&headings) {
        ours::read(&mut records, &headings, source, &mut reading);
        return Ok(reading);
    }
    let mut columns = columns::columns(&headings, &options.columns);
    reading.headings = heading
        .iter()
        .chain(headings.iter().copied())
        .map(str::to_owned)
        .collect();
    let mut left = Left::default();
    let mut ahead = records.clone();
    let texts_above = day_above::lines_above(lines_above);
    let day_above =
        |reckoning: &Reckoning| day_above::day(texts_above.iter().map(String::as_str), reckoning);
    let dated = options.day.is_some() || day_above(&Reckoning::default()).is_some();
    for _ in 0..left::LOOKED_AT {
        if ahead.next(&mut record).is_none() {
            break;
        }
        for ((column, heading), cell) in columns.iter().zip(&headings).zip(&record) {
            left.see(column, heading, cell);
        }
    }
    let mut named: Vec<_> = headings.iter().copied().zip(&mut columns).collect();
    reading.notes.extend(left.settle(&mut named, dated));
    if !columns.iter().any(Hours::is_column) {
        let mut hours = Hours::default();
        let mut ahead = records.clone();
        while ahead.next(&mut record).is_some() {
            hours.next_row();
            for ((column, heading), cell) in columns.iter().zip(&headings).zip(&record) {
                hours.see(column, heading, cell);
            }
        }
        let found = hours.settle(headings.iter().copied().zip(&mut columns));
        reading.notes.extend(found);
    }
    let mut sight = Sight::default();
    sight.see_headings(headings.iter().copied());
    let mut ahead = records.clone();
    while ahead.next(&mut record).is_some() {
        for (column, cell) in columns.iter_mut().zip(&record) {
            columns::see(column, cell);
            sight.see(column, cell);
        }
    }
    sight.see_title(lines_above);
    let has_days = columns.contains(&Column::Known("start"));
    if !has_days {
        texts_above
            .iter()
            .for_each(|text| sight.see_day_above(text));
    }
    reading.notes.extend(columns::rivals(&headings, &columns));
    reading.notes.extend(unknown(&columns));
    reading.notes.extend(sight.note(options));
    let habits = sight.habits(options);
    let day = match has_days || options.day.is_some() {
        true => None,
        false => day_above(&habits.reckoning),
    };
    reading
        .notes
        .extend(day.as_ref().and_then(|day| day.as_ref().ok()?.note()));
    let first = reading.drafts.len();
    let mut merged = Merged::find(&records, &columns, &habits);
    while let Some(row) = records.next(&mut record) {
        let origin = origin(source, row.line);
        let filled = merged.fill(&mut record);
        if let Some(reason) = row.broken {
            reading.reject(Reject::new(origin, row.text, reason));
        } else if let Some(said) = aside::said(record.iter()) {
            let note = format!("{} {}: {said}", origin.unit, origin.number);
            reading.notes.push(note);
        } else if record.iter().any(|cell| !cell.trim().is_empty()) {
            let mut read = entry(
                origin,
                row.text,
                &record,
                (&headings, &columns),
                day.as_ref(),
                &habits,
            );
            if let (Ok(draft), true) = (&mut read, filled) {
                draft.notes.push(merged::NOTE.to_owned());
            }
            reading.push(read);
        }
    }
    let above: Vec<String> = lines_above.lines().map(filled).collect();
    reading.stands_above(first, above.iter().map(String::as_str));
    Ok(reading)
}

fn entry(
    origin: Origin,
    text: &str,
    record: &StringRecord,
    (headings, columns): (&[&str], &[Column]),
    day: Option<&Result<DayAbove, String>>,
    habits: &Habits,
) -> Result<Draft, Box<Reject>> {
    if let Some(reason) = misshapen(text, record, columns.len()) {
        return Err(Box::new(Reject::new(origin, text, reason)));
    }
    let named = columns.iter().zip(headings.iter().copied());
    let cells = named
        .zip(record)
        .map(|((column, heading), cell)| (column, heading, cell));
    let day = match day {
        None => None,
        Some(Ok(above)) => Some(above.day.to_string()),
        Some(Err(reason)) => return Err(Box::new(Reject::new(origin, text, reason.clone()))),
    };
    let above = day
        .as_deref()
        .map(|day| (&Column::Known("start"), "line above", day));
    row::fill(Draft::new(origin, text), cells.chain(above), habits)
}

/// The cells of a line above the headings that are filled in: “Day of action,,,”.
fn filled(line: &str) -> String {
    let cells = line
        .split([',', ';', '\t', '|'])
        .map(|cell| cell.trim().trim_matches('"').trim());
    cells
        .filter(|cell| !cell.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// Reads the lines above the headings as a listing if one contains an hour or several contain a date; otherwise only reports them.
fn above(text: &str, source: &Arc<str>, options: &Options, reading: &mut Reading) {
    let all: Vec<String> = text.lines().map(filled).collect();
    let dated = all.iter().filter(|line| shape::says_when(line)).count();
    if dated > 1 || all.iter().any(|line| shape::says_hour(line)) {
        let lines = (1..).zip(all.iter().map(String::as_str));
        let mut read = listing::read_lines(lines, source, options);
        read.notes.clear();
        reading.append(read);
        let note = "the lines above the headings name days or hours, and are read as a listing";
        reading.notes.push(note.to_owned());
        return;
    }
    let lines: Vec<&str> = all
        .iter()
        .map(String::as_str)
        .filter(|line| !line.is_empty())
        .collect();
    let said: String = lines.join(" / ").chars().take(120).collect();
    reading.notes.extend(match lines.len() {
        0 => None,
        1 => Some(format!(
            "the line above the headings is not read as an entry: “{said}”"
        )),
        count => Some(format!(
            "the {count} lines above the headings are not read as entries: “{said}”"
        )),
    });
}

/// Which columns are kept under their own names, and which are left out.
pub(crate) fn unknown(columns: &[Column]) -> Vec<String> {
    let personal: Vec<&str> = columns
        .iter()
        .filter_map(|column| match column {
            Column::Personal(name) => Some(name.as_str()),
            Column::Flag(flag) if flag.leaves_out() => Some(flag.name.as_str()),
            _ => None,
        })
        .collect();
    let left_out = (!personal.is_empty()).then(|| {
        format!(
            "left out, since they look private: {}; --map COLUMN=FIELD takes one in",
            personal.join(", ")
        )
    });
    kept(columns).into_iter().chain(left_out).collect()
}

fn kept(columns: &[Column]) -> Option<String> {
    let kept = columns.iter().filter_map(|column| match column {
        Column::Other(name) if !name.is_empty() && !columns::is_needless(name) => {
            Some(name.as_str())
        }
        _ => None,
    });
    let kept: Vec<&str> = kept.take(20).collect();
    (!kept.is_empty()).then(|| {
        format!(
            "kept under their own names: {}; --map COLUMN=FIELD says what they are",
            kept.join(", ")
        )
    })
}
