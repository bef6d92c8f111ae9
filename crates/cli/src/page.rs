//! `marchmap page`: the first events put into the page of a built app, as `cargo xtask build` does.

use std::path::PathBuf;

use chrono::{Local, Utc};
use export::Reader;
use gazetteer::countries;
use listing::now::Now;
use site::{Input, SiteUrl};
use tz_database::TzDatabase;

use crate::failure::{Ended, Failure, Outcome};
use crate::{language, source, store, wording};

/// The options of `page`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The event file
    pub file: PathBuf,
    /// The page of the built app, `index.html`
    pub page: PathBuf,
}

/// Writes the page anew with the first events of the file in it.
///
/// # Errors
/// A file cannot be read, or the page is not the app's.
pub fn run(args: &Args) -> Ended {
    let file = source::bytes(&args.file)?;
    let (calendar, _) = wording::event_file(file.clone(), &source::name(&args.file))?;
    let name = source::name(&args.page);
    let app = String::from_utf8(source::bytes(&args.page)?)
        .map_err(|_| Failure::new(format!("{name} is not written in UTF-8")))?;
    let words = language::words(None, calendar.about.language.as_deref())?;
    let page = site::page(Input {
        calendar: &calendar,
        file: &file,
        now: Now {
            instant: Utc::now(),
            today: Local::now().date_naive(),
        },
        url: &SiteUrl::here(),
        reader: Reader {
            words: &words,
            country: &|code| countries::name_or_english(code, words.language()),
            zones: &TzDatabase,
        },
        places: &language::places(&words),
        before: None,
        app: Some(&app),
        manifest: None,
        changes: &[],
    });
    let page = page.ok_or_else(|| {
        Failure::new(format!("{name} has no place for the first events"))
            .help("it is not the page of an app as `cargo xtask build` makes it")
    })?;
    store::write(&args.page, page.as_bytes())?;
    Ok(Outcome::Good)
}
