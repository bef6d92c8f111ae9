//! The options of `import`.

use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::NaiveDate;
use encoding_rs::Encoding;
use import::format::Format;
use import::intake::Settings;
use import::options::Options;
use import::rejects;
use import::table::columns;
use import::when::order::Order;
use import::words::plain;

use crate::failure::Failure;
use crate::places::PlacesArgs;

/// The options of `import`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Exit status: 0 everything is in the file, 1 something is in the rejects file, 2 the work could not be done."
)]
pub struct Args {
    /// Where events come from; `-` is standard input
    #[arg(required = true)]
    pub sources: Vec<PathBuf>,
    /// The event file they are taken into; `-` is standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    /// What the sources are; without it, their content tells
    #[arg(long, value_name = "FORMAT")]
    pub from: Option<Format>,
    /// The encoding of the sources, such as windows-1250 or Shift_JIS; without it, their bytes tell
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    pub encoding: Option<&'static Encoding>,
    /// The order of dates like 04/11/2023, where the source itself doesn't tell
    #[arg(long, value_name = "ORDER")]
    pub date_order: Option<Order>,
    /// The year of dates that name none
    #[arg(long, value_parser = clap::value_parser!(i32).range(1900..2200))]
    pub year: Option<i32>,
    /// What a column means: its heading and a field, such as “Was=title”; “Notes=ignore” leaves it out
    #[arg(long, value_name = "COLUMN=FIELD")]
    pub map: Vec<String>,
    /// What every entry gets that has nothing there: “campaign=Day of action”, “country=DE”
    #[arg(long, value_name = "FIELD=TEXT")]
    pub set: Vec<String>,
    /// The days within which recurring events are taken, such as 2023-11-01..2024-01-31
    #[arg(long, value_name = "FIRST..LAST")]
    pub window: Option<String>,
    /// Take entries whose place is not found, without a position
    #[arg(long)]
    pub unplaced: bool,
    /// Where places are looked up
    #[command(flatten)]
    pub places: PlacesArgs,
    /// Where rejects go; without it, beside the event file as NAME.rejects.json
    #[arg(long, value_name = "FILE")]
    pub rejects: Option<PathBuf>,
    /// Take entries that their source marks as private
    #[arg(long)]
    pub private: bool,
    /// Only say what would change: a table of all entries, with what is doubtful
    #[arg(short = 'n', long)]
    pub dry_run: bool,
    /// Say for each value which words of the source it came from; changes nothing
    #[arg(long)]
    pub explain: bool,
}

impl Args {
    /// What is decided about reading.
    pub(super) fn options(&self) -> Result<Options, Failure> {
        let columns: Vec<(String, String)> = self
            .map
            .iter()
            .map(|pair| halves("map", pair))
            .collect::<Result<_, _>>()?;
        twice("map", &columns)?;
        if let Some((_, field)) = columns
            .iter()
            .find(|(_, field)| field != "ignore" && columns::named(field).is_none())
        {
            return Err(
                Failure::new(format!("--map: there is no field “{field}”")).help(
                    "use a field of the event file, time, end_time, location, position or ignore",
                ),
            );
        }
        Ok(Options {
            order: self.date_order,
            year: self.year,
            day: self.set_day()?,
            written: None,
            subject: None,
            columns,
            window: self.window.as_deref().map(window).transpose()?,
            today: chrono::Local::now().date_naive(),
            explain: self.explain,
            encoding: self.encoding,
        })
    }

    /// The day of entries that have none: `--set date=2023-11-04`.
    fn set_day(&self) -> Result<Option<NaiveDate>, Failure> {
        let pairs = self.set.iter().filter_map(|pair| pair.split_once('='));
        let mut days = pairs.filter(|(field, _)| is_day(field));
        let Some((field, text)) = days.next() else {
            return Ok(None);
        };
        text.trim().parse().map(Some).map_err(|_| {
            Failure::new(format!(
                "--set: “{}={}” is no day like 2023-11-04",
                field.trim(),
                text.trim()
            ))
        })
    }

    /// What is decided about taking entries into the file.
    pub(super) fn settings(&self) -> Settings {
        let names = self.sources.iter().map(|path| path.to_string_lossy());
        Settings {
            sources: names.map(Into::into).collect(),
            private: self.private,
            is_reviewed: self.only_looks(),
            shows_changes: self.dry_run,
        }
    }

    /// Whether nothing is written.
    pub(super) fn only_looks(&self) -> bool {
        self.dry_run || self.explain
    }

    /// What entries get that they do not have.
    pub(super) fn set(&self) -> Result<Vec<(String, String)>, Failure> {
        let mut pairs: Vec<(String, String)> = self
            .set
            .iter()
            .map(|pair| halves("set", pair))
            .collect::<Result<_, _>>()?;
        twice("set", &pairs)?;
        pairs.retain(|(field, _)| !is_day(field));
        match pairs.iter().find(|(field, _)| {
            matches!(
                columns::named(field),
                None | Some(columns::Column::Known("start" | "end" | "id"))
            )
        }) {
            Some((field, _)) => Err(Failure::new(format!(
                "--set: “{field}” is no field that entries can share"
            ))),
            None => Ok(pairs),
        }
    }

    /// Where rejects go; nowhere when nothing is said and the events go to what is no file.
    pub(super) fn rejects(&self, is_file: bool) -> Option<PathBuf> {
        let beside = || is_file.then(|| rejects::beside(&self.output));
        self.rejects.clone().or_else(beside)
    }
}

/// An encoding by one of its names in the Encoding Standard (<https://encoding.spec.whatwg.org/#names-and-labels>).
fn encoding(name: &str) -> Result<&'static Encoding, String> {
    Encoding::for_label(name.as_bytes())
        .ok_or_else(|| "no encoding that is known; utf-8, windows-1250, iso-8859-2, koi8-r, shift_jis, euc-kr, gbk, big5 and macintosh are some".to_owned())
}

/// Whether `--set` names the day of an entry.
fn is_day(field: &str) -> bool {
    ["date", "start"].contains(&field.trim())
}

fn halves(option: &str, pair: &str) -> Result<(String, String), Failure> {
    let (name, value) = pair
        .split_once('=')
        .ok_or_else(|| Failure::new(format!("--{option}: “{pair}” has no “=”")))?;
    Ok((name.trim().to_owned(), value.trim().to_owned()))
}

/// Refuses a name that is given two values.
fn twice(option: &str, pairs: &[(String, String)]) -> Result<(), Failure> {
    for (at, (name, value)) in pairs.iter().enumerate() {
        let other = pairs[..at]
            .iter()
            .find(|(other, _)| plain(other) == plain(name));
        if let Some((_, other)) = other.filter(|(_, other)| other != value) {
            return Err(Failure::new(format!(
                "--{option}: “{name}” is given twice, as “{other}” and “{value}”"
            )));
        }
    }
    Ok(())
}

/// Refuses a `--map` of a column that no source has, if any source has columns.
pub(super) fn mapped(
    columns: &[(String, String)],
    headings: &BTreeSet<String>,
) -> Result<(), Failure> {
    let known = |name: &str| headings.iter().any(|heading| plain(heading) == plain(name));
    let missing = columns.iter().find(|(name, _)| !known(name));
    let Some((name, _)) = missing.filter(|_| !headings.is_empty()) else {
        return Ok(());
    };
    let named: Vec<&str> = headings.iter().map(String::as_str).take(40).collect();
    Err(Failure::new(format!("--map: there is no column “{name}”"))
        .help(format!("the columns are {}", named.join(", "))))
}

fn window(text: &str) -> Result<(NaiveDate, NaiveDate), Failure> {
    let days = text
        .split_once("..")
        .and_then(|(first, last)| Some((first.trim().parse().ok()?, last.trim().parse().ok()?)));
    days.filter(|(first, last): &(NaiveDate, NaiveDate)| first <= last)
        .ok_or_else(|| {
            Failure::new(format!(
                "--window: “{text}” is not two days like 2023-11-01..2024-01-31"
            ))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        let owned = pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        owned.collect()
    }

    #[test]
    fn a_name_with_two_values_is_refused() {
        assert!(twice("set", &pairs(&[("city", "Bonn"), ("city", "Köln")])).is_err());
        assert!(twice("set", &pairs(&[("city", "Bonn"), ("country", "DE")])).is_ok());
    }

    #[test]
    fn a_map_of_a_column_that_is_not_there_is_refused() {
        let headings: BTreeSet<String> = ["Was", "Datum"].map(str::to_owned).into();
        assert!(mapped(&pairs(&[("was", "title")]), &headings).is_ok());
        assert!(mapped(&pairs(&[("Wass", "title")]), &headings).is_err());
        // A calendar has no columns.
        assert!(mapped(&pairs(&[("Wass", "title")]), &BTreeSet::new()).is_ok());
    }
}
