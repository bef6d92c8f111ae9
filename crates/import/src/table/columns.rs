//! What the columns of a table mean, by their headings.

mod column;
mod conjunction;
mod from_until;
mod meaning;
mod needless;
mod parts;
mod personal;
mod postcode;
mod question;
mod sender;
mod sent;

pub use self::column::Column;
pub(crate) use self::meaning::meaning;
pub(crate) use self::needless::is_needless;
pub(crate) use self::parts::{Part, part};
pub(crate) use self::personal::{is_personal, reaches_someone, see};
pub(crate) use self::question::asks_for_field;
pub(crate) use self::sent::is_sent;

use super::flag::{self, Flag, Means};
use crate::words::{HEADINGS, plain};

/// Names of unknown fields that the importer itself writes.
const RESERVED: [&str; 3] = ["imported", "as_written", "format"];

/// The columns of a table. A field belongs to the first column that means it; a later one keeps its name.
///
/// `decided` are headings and fields that the editor says. “Beginn” and “Ende” are days where no other column is
/// one, else hours.
pub(crate) fn columns(headings: &[&str], decided: &[(String, String)]) -> Vec<Column> {
    let decided_for = |heading: &str| {
        let plain_heading = plain(heading);
        let found = decided
            .iter()
            .find(|(name, _)| plain(name) == plain_heading)?;
        Some(match found.1.as_str() {
            "ignore" | "" => Column::Ignored,
            field => named(field).unwrap_or_else(|| Column::Other(field.to_owned())),
        })
    };
    let mut columns: Vec<Option<Column>> = headings
        .iter()
        .map(|heading| decided_for(heading))
        .collect();
    let mut meanings: Vec<Option<Column>> =
        headings.iter().map(|heading| meaning(heading)).collect();
    // “start.utc” beside “start.local” says the same once more.
    for (column, heading) in columns.iter_mut().zip(headings) {
        let outer = heading.strip_suffix(".utc");
        let local = outer.map(|outer| format!("{outer}.local"));
        if local.is_some_and(|local| headings.contains(&local.as_str())) {
            column.get_or_insert(Column::Ignored);
        }
    }
    for at in ends_behind(headings, &meanings) {
        meanings[at] = Some(Column::Known("finish"));
    }
    for at in sender::names(headings, &meanings) {
        let name = headings[at].trim().to_owned();
        columns[at].get_or_insert(Column::Personal(name));
        meanings[at] = None;
    }
    // A field's own name goes before other headings that mean it; “start_date” before “date”, which may be of publishing.
    for rank in 0..3 {
        for (at, heading) in headings.iter().enumerate() {
            let Some(column) = meanings[at].clone() else {
                continue;
            };
            let vague = ["weekday", "begin", "finish"]
                .map(Column::Known)
                .contains(&column);
            let is_own = matches!(&column, Column::Known(field) if plain(heading) == plain(field));
            let own_rank = match (is_own, &column) {
                (true, _) => 0,
                (false, Column::Known("start")) if !says_beginning(heading) => 2,
                (false, _) => 1,
            };
            if columns[at].is_none() && !vague && own_rank == rank && !has(&columns, &column) {
                columns[at] = Some(column);
            }
        }
    }
    let mut placed = has(&columns, &Column::Known("place"));
    // “City, Country” and “Exact location”: the second says where in the city.
    for (column, meaning) in columns.iter_mut().zip(&meanings) {
        if column.is_none() && *meaning == Some(Column::Known("location")) && !placed {
            (*column, placed) = (Some(Column::Known("place")), true);
        }
    }
    second_meanings(headings, &mut columns);
    french_action(headings, &mut columns);
    // “Tag” is the date, or the day of the week beside one.
    for (vague, first, second) in [
        ("weekday", "start", "start"),
        ("begin", "start", "time"),
        ("finish", "end", "end_time"),
    ] {
        for at in 0..headings.len() {
            if columns[at].is_none() && meanings[at] == Some(Column::Known(vague)) {
                let free = [first, second].map(Column::Known).into_iter();
                columns[at] = free.into_iter().find(|column| !has(&columns, column));
            }
        }
    }
    // A second column of a status may say that an event is cancelled.
    let (status, cancelled) = (Column::Known("status"), Column::Known("cancelled"));
    for at in 0..headings.len() {
        if columns[at].is_none()
            && meanings[at] == Some(status.clone())
            && !has(&columns, &cancelled)
        {
            columns[at] = Some(cancelled.clone());
        }
    }
    let mut names: Vec<String> = Vec::new();
    let unknown = |heading: &&str, meaning: &Option<Column>, names: &mut Vec<String>| {
        let name = heading.trim_start_matches('\u{feff}').trim().to_owned();
        let taken = |name: &String| {
            named(name).is_some() || RESERVED.contains(&name.as_str()) || names.contains(name)
        };
        let mut own = name.clone();
        for number in 2.. {
            if name.is_empty() || !taken(&own) {
                break;
            }
            own = format!("{name} {number}");
        }
        names.push(own.clone());
        // A second column of what is private.
        let second = (*meaning == Some(Column::Known("private"))).then_some(Means::Either);
        if let Some(means) = flag::means(heading).or(second) {
            return Column::Flag(Flag::new(means, own));
        }
        match is_personal(heading) || flag::seems_personal(heading) {
            true => Column::Personal(own),
            false => Column::Other(own),
        }
    };
    let all = columns.into_iter().zip(headings).zip(&meanings);
    all.map(|((column, heading), meaning)| {
        column.unwrap_or_else(|| unknown(heading, meaning, &mut names))
    })
    .collect()
}

/// “À” behind “De”, “-” behind “Von”: headings that mean the end only beside that of the beginning.
fn ends_behind(headings: &[&str], meanings: &[Option<Column>]) -> Vec<usize> {
    const UNTIL: [&str; 7] = ["a", "ate", "al", "til", "tot", "-", "–"];
    let begins = |column: &Option<Column>| *column == Some(Column::Known("begin"));
    let behind = meanings.iter().zip(meanings.iter().skip(1)).enumerate();
    let behind = behind.filter(|(_, (before, own))| begins(before) && own.is_none());
    let at = behind.map(|(before, _)| before + 1);
    at.filter(|at| {
        let heading = headings.get(*at).map(|heading| plain(heading));
        heading.is_some_and(|heading| UNTIL.contains(&heading.as_str()))
    })
    .collect()
}

/// Gives headings with two meanings the second: beside another heading that has the first, or where the table has no
/// column of cities.
fn second_meanings(headings: &[&str], columns: &mut [Option<Column>]) {
    // “Kraj” is a country in Polish and a place in Slovene; “mesto” a town in Slovak and a place in Serbian.
    const BESIDE: [(&str, &str); 2] = [("kraj", "country"), ("mesto", "city")];
    // People name a province and mean its capital.
    const INSTEAD: [(&str, &str); 4] = [
        ("จังหวัด", "city"),
        ("il", "city"),
        ("지역", "city"),
        ("시도", "city"),
    ];
    let own = |heading: &str, field: &str| HEADINGS.get(&plain(heading)) == Some(&field);
    for (word, first) in BESIDE {
        let is = |heading: &&str| plain(heading) == plain(word);
        let other = headings
            .iter()
            .position(|heading| own(heading, first) && !is(heading));
        let at = headings.iter().position(is);
        let places = ["location", "city"].map(Column::Known).into_iter();
        let second = places.into_iter().find(|place| !has(columns, place));
        if let (Some(at), Some(other), Some(second)) = (at, other, second) {
            (columns[at], columns[other]) = (Some(second), named(first));
        }
    }
    // “Kraj” beside “Naslov” is a town.
    const SOUTHERN: [&str; 16] = [
        "kdaj",
        "kje",
        "opombe",
        "prireditelj",
        "kaj",
        "cas",
        "zbirno mesto",
        "naslov",
        "naziv",
        "dogodek",
        "shod",
        "lokacija",
        "datum dogodka",
        "ura",
        "vreme",
        "vsebina",
    ];
    let is_southern = || {
        let mut plain = headings.iter().map(|heading| plain(heading));
        plain.any(|heading| SOUTHERN.contains(&heading.as_str()))
    };
    let kraj = headings.iter().position(|heading| plain(heading) == "kraj");
    if let Some(at) = kraj
        && columns[at] == named("country")
        && is_southern()
    {
        let places = ["city", "location"].map(Column::Known).into_iter();
        columns[at] = places.into_iter().find(|place| !has(columns, place));
    }
    for (word, field) in INSTEAD {
        let at = headings
            .iter()
            .position(|heading| plain(heading) == plain(word));
        let (Some(at), Some(field)) = (at, named(field)) else {
            continue;
        };
        if !has(columns, &field) {
            columns[at] = Some(field);
        }
    }
}

/// “Action” beside “Ville” or “Lieu” is what an event is called, where no other column is.
fn french_action(headings: &[&str], columns: &mut [Option<Column>]) {
    const FRENCH: [&str; 10] = [
        "ville",
        "commune",
        "lieu",
        "heure",
        "horaire",
        "adresse",
        "departement",
        "rdv",
        "jour",
        "lieu de rdv",
    ];
    let title = Column::Known("title");
    let is = |names: &[&str], heading: &&str| names.contains(&plain(heading).as_str());
    let is_french = headings.iter().any(|heading| is(&FRENCH, heading));
    let action = headings
        .iter()
        .position(|heading| is(&["action", "actions"], heading));
    if let (true, Some(at)) = (is_french && !has(columns, &title), action)
        && columns[at] == Some(Column::Known("kind"))
    {
        columns[at] = Some(title);
    }
}

/// Whether a heading of a day names a beginning: “start_date”, “date de début”, 開始日.
fn says_beginning(heading: &str) -> bool {
    let heading = plain(heading);
    let begins = |word: &str| HEADINGS.get(word) == Some(&"begin") && word.chars().count() > 3;
    heading.split(' ').any(begins)
        || ["開始", "开始", "시작"]
            .iter()
            .any(|word| heading.contains(word))
}

/// Headings of days that are over days of the week beside a date, folded.
const WEEKDAYS: [&str; 8] = ["יום", "дан", "день", "ziua", "วัน", "দিন", "siku", "دن"];

/// What is said of columns that mean what another one is taken for.
pub(crate) fn rivals(headings: &[&str], columns: &[Column]) -> Vec<String> {
    let both = || headings.iter().zip(columns);
    let said = both().filter_map(|(heading, column)| {
        let Column::Other(_) = column else { return None };
        let wanted = meaning(heading)?;
        // The day of the week beside the date.
        if wanted == Column::Known("start") && WEEKDAYS.contains(&plain(heading).as_str()) {
            return None;
        }
        // Words in a column “Estado” are a status where another column has the regions.
        if super::state_column::is_either(heading) {
            return None;
        }
        let taken = both().find(|(_, column)| **column == wanted)?.0;
        let Column::Known(field) = wanted else { return None };
        Some(format!(
            "“{heading}” and “{taken}” both mean {field}: “{taken}” is taken; --map COLUMN=FIELD says otherwise"
        ))
    });
    said.collect()
}

fn has(columns: &[Option<Column>], column: &Column) -> bool {
    columns.iter().flatten().any(|other| other == column)
}

/// The column that a field's own name stands for, as `--map` and `--set` name it.
pub fn named(field: &str) -> Option<Column> {
    let field = HEADINGS.values().find(|name| **name == field)?;
    (!matches!(*field, "begin" | "finish")).then_some(Column::Known(field))
}

/// How many of these are headings that are known.
pub(crate) fn known(headings: &[&str], decided: &[(String, String)]) -> usize {
    let known = |heading: &&&str| {
        let decided = || {
            let heading = plain(heading);
            decided.iter().any(|(name, _)| plain(name) == heading)
        };
        meaning(heading).is_some() || decided()
    };
    headings.iter().filter(known).count()
}

/// Whether a line is the headings of a table whose columns were lost: “Datum Zeit Thema Ort”.
pub(crate) fn are_headings(line: &str) -> bool {
    const FEWEST: usize = 3;
    const MOST: usize = 10;
    let words: Vec<&str> = line.split_whitespace().take(MOST + 1).collect();
    // “Place: City Square” is no heading.
    let is_plain = !line.contains([':', '：', ',']);
    is_plain && (FEWEST..=MOST).contains(&words.len()) && known(&words, &[]) == words.len()
}

#[cfg(test)]
mod tests;
