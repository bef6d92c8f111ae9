//! `marchmap export`: the events of a file in another format, all of them or those a link shows.

use std::path::PathBuf;

use chrono::{Local, Utc};
use clap::ValueEnum;
use event_file::link::clickable;
use event_file::{Calendar, write};
use export::text::Style;
use export::{self, Reader};
use gazetteer::countries;
use listing::index::Index;
use listing::now::Now;
use listing::results::results;
use query::Query;
use site::SiteUrl;
use site::locale::Locale;
use texts::Words;
use tz_database::TzDatabase;

use crate::failure::{Ended, Failure, Outcome};
use crate::store::Output;
use crate::{language, source, store, wording};

/// The options of `export`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  marchmap export events.json --to ics -o events.ics
  marchmap export events.json --to csv --query 'country=DE&when=all' > germany.csv
  marchmap export events.json --to text --query 'city=Lyon&when=week' --url https://example.org/ --max 1000")]
pub struct Args {
    /// The event file; `-` is standard input
    pub file: PathBuf,
    /// In which format
    #[arg(long, value_enum)]
    pub to: Format,
    /// Only what the page shows for this query string: what follows the `?` of a link
    #[arg(long, value_name = "QUERY")]
    pub query: Option<String>,
    /// Where to write it
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    pub output: PathBuf,
    /// For text: the address of the site that `marchmap site` made, for links to its pages
    #[arg(long)]
    pub url: Option<String>,
    /// For text: how many characters it may have; how many events are left out is said at its end
    #[arg(long, value_name = "CHARACTERS")]
    pub max: Option<usize>,
    /// The language of the sentences in it, such as en, ar or pt
    #[arg(long, value_name = "CODE")]
    pub lang: Option<String>,
}

/// The formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// iCalendar, for calendar apps
    Ics,
    /// For spreadsheets
    Csv,
    /// For map programs
    Geojson,
    /// schema.org, for search engines
    Jsonld,
    /// An event file of the events chosen
    Json,
    /// To paste into a messenger or a mail, by day and city
    Text,
}

/// Writes the export. What was left out, and why, is said on standard error.
///
/// # Errors
/// The file cannot be read, or the export not be written.
pub fn run(args: &Args) -> Ended {
    let output = Output::open(&args.output)?;
    if output.is_source(&args.file) {
        let name = output.name();
        return Err(Failure::new(format!(
            "{name} is the event file itself, which would be lost"
        ))
        .help("name another file after -o"));
    }
    let bytes = source::bytes(&args.file)?;
    let (calendar, problems) = wording::event_file(bytes, &source::name(&args.file))?;
    let query = args.query.as_deref().map(|text| Query::parse(text.trim()));
    let link = query.as_ref().and_then(|query| query.lang.as_deref());
    let words = language::words(args.lang.as_deref(), link)?;
    let chosen = chosen(&calendar, query.as_ref(), &words);
    let text = match args.to {
        Format::Text => plain_text(args, &calendar, &chosen, &words)?,
        format => in_format(format, &calendar, &chosen, &words),
    };
    output.stage(text.as_bytes())?.commit()?;
    for line in notes(args, &calendar, query.as_ref(), &chosen) {
        store::note(&format!("{line}\n"));
    }
    if !problems.is_empty() {
        let name = source::name(&args.file);
        store::note(&format!(
            "note: {name} has problems: `marchmap check` names them\n"
        ));
    }
    Ok(Outcome::Good)
}

/// The events to write, in the order of the file.
fn chosen(calendar: &Calendar, query: Option<&Query>, words: &Words) -> Vec<u32> {
    let Some(query) = query else {
        return (0..).take(calendar.events.len()).collect();
    };
    let now = query.now.map_or_else(
        || Now {
            instant: Utc::now(),
            today: Local::now().date_naive(),
        },
        Now::from,
    );
    let index = Index::new(calendar, &|code| {
        countries::name_or_english(code, words.language())
    });
    let mut chosen = results(calendar, &index, query, &now, &TzDatabase).matched;
    chosen.sort_unstable();
    chosen
}

fn in_format(format: Format, calendar: &Calendar, events: &[u32], words: &Words) -> String {
    let reader = Reader {
        words,
        country: &|code| countries::name_or_english(code, words.language()),
        zones: &TzDatabase,
    };
    match format {
        Format::Ics => export::ics(calendar, events, Utc::now(), reader),
        Format::Csv => export::csv(calendar, events),
        Format::Geojson => export::geojson(calendar, events),
        Format::Jsonld => export::jsonld(calendar, events, &TzDatabase),
        // The text has options of its own.
        Format::Json | Format::Text => write(&export::chosen(calendar, events)),
    }
}

/// The text for messengers, with links to the pages of a site if its address is known, else to the events' own pages.
fn plain_text(
    args: &Args,
    calendar: &Calendar,
    events: &[u32],
    words: &Words,
) -> Result<String, Failure> {
    let url = args.url.as_deref().map(site_url).transpose()?;
    let all = url.as_ref().map(|url| url.of(""));
    let locale = Locale::new(words.language());
    let style = Style {
        words,
        day: &|day| locale.day(day),
        time: &|time| locale.time(time),
        more: &|count| {
            let number = count as u64;
            let written = locale.number(number);
            words.count("site.more", locale.plural(number), &written, &[])
        },
        link: &|event| match &url {
            Some(url) => Some(url.of(&export::event_path(&event.id))),
            None => event
                .url
                .clone()
                .map(String::from)
                .filter(|url| clickable(url)),
        },
        all: all.as_deref(),
        longest: args.max,
    };
    export::text(calendar, events, &style).ok_or_else(|| {
        let max = args.max.unwrap_or_default();
        Failure::new(format!(
            "not even the first event fits into {max} characters"
        ))
        .help("give more after --max, or choose fewer events with --query")
    })
}

/// Reads the address of a site.
pub(crate) fn site_url(text: &str) -> Result<SiteUrl, Failure> {
    SiteUrl::read(text).map_err(|why| {
        Failure::new(format!(
            "--url “{text}” is not the address of a site: {why}"
        ))
        .help("write it like https://example.org/calendar/")
    })
}

/// What whoever asked may not expect.
fn notes(args: &Args, calendar: &Calendar, query: Option<&Query>, chosen: &[u32]) -> Vec<String> {
    let mut notes = Vec::new();
    let (shown, all) = (chosen.len(), calendar.events.len());
    if let Some(query) = query {
        let default =
            query.when == Default::default() && query.from.is_none() && query.to.is_none();
        let past = match default && shown < all {
            true => ", over ones left out as on the page (add when=all for every one)",
            false => "",
        };
        notes.push(format!("note: {shown} of {all} events match{past}"));
        for (key, value) in &query.rest {
            notes.push(format!(
                "warning: “{key}={value}” is not understood and chooses nothing"
            ));
        }
    }
    if args.to == Format::Ics {
        let undated = export::without_date(calendar, chosen);
        if undated > 0 {
            notes.push(format!(
                "warning: {undated} without a date can't stand in iCalendar"
            ));
        }
    }
    let unreadable = calendar.unreadable.len();
    if unreadable > 0 && args.to != Format::Json {
        notes.push(format!(
            "warning: {unreadable} entries are no events and left out"
        ));
    }
    notes
}
