//! `marchmap site`: a complete static site of an event file, in a folder.

mod app;
mod folder;
mod manifest;

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, Local, Utc};
use export::Reader;
use gazetteer::countries;
use listing::now::Now;
use map::basemap::Basemap;
use site::{Input, Painter, site};
use tz_database::TzDatabase;

use crate::export::site_url;
use crate::failure::{Ended, Failure, Outcome};
use crate::{language, source, store, wording};
use folder::Folder;

/// The options of `site`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  marchmap site events.json public --url https://example.org/calendar/
  marchmap site events.json public --url https://example.org/ --before last-week.json")]
pub struct Args {
    /// The event file
    pub file: PathBuf,
    /// The folder of the site. Files in it that this command did not make are left alone
    pub folder: PathBuf,
    /// The address the folder will have on the web
    #[arg(long)]
    pub url: String,
    /// The event file as it was, to say what changed since, instead of that of the site now in the folder
    #[arg(long, value_name = "OLD")]
    pub before: Option<PathBuf>,
    /// The built app, as `cargo xtask build` makes it, instead of the one inside this tool
    #[arg(long, value_name = "FOLDER")]
    pub app: Option<PathBuf>,
    /// The language of the pages, such as en, ar or pt, instead of the calendar's
    #[arg(long, value_name = "CODE")]
    pub lang: Option<String>,
    /// The moment to make it for (RFC 3339), instead of now
    #[arg(long, value_name = "MOMENT")]
    pub now: Option<DateTime<FixedOffset>>,
}

/// Makes the site, and says on standard error how many files were written.
///
/// # Errors
/// The event file or the app cannot be read, the address is none, or the folder has a file of someone else where one
/// of the site belongs.
pub fn run(args: &Args) -> Ended {
    let url = site_url(&args.url)?;
    let file = source::bytes(&args.file)?;
    let name = source::name(&args.file);
    let (calendar, problems) = wording::event_file(file.clone(), &name)?;
    let app = app::files(args.app.as_deref())?;
    let words = language::words(args.lang.as_deref(), calendar.about.language.as_deref())?;
    let now = args.now.map_or_else(
        || Now {
            instant: Utc::now(),
            today: Local::now().date_naive(),
        },
        Now::from,
    );
    let mut folder = Folder::open(&args.folder)?;
    let before = match &args.before {
        Some(before) => {
            let bytes = source::bytes(before)?;
            Some(wording::event_file(bytes, &source::name(before))?.0)
        }
        None => folder
            .old("events.json")
            .and_then(|bytes| event_file::read(bytes, &TzDatabase).ok())
            .map(|read| read.0),
    };
    let mut files = site(Input {
        calendar: &calendar,
        file: &file,
        now,
        url: &url,
        reader: Reader {
            words: &words,
            country: &|code| countries::name_or_english(code, words.language()),
            zones: &TzDatabase,
        },
        places: &language::places(&words),
        before: before.as_ref(),
        app: app::text(&app, "index.html"),
        manifest: app::text(&app, "manifest.webmanifest"),
        changes: &folder.old("changes.json").unwrap_or_default(),
    });
    app::add(app, &mut files);
    if folder.is_source("events.json", &args.file) {
        files.remove("events.json");
    }
    let done = folder.update(files, painter)?;
    for path in &done.left {
        store::note(&format!(
            "note: {} was not made by this command and is left as it is\n",
            args.folder.join(path).display()
        ));
    }
    store::note(&format!(
        "note: {} files in {}: {} written, {} removed\n",
        done.all,
        args.folder.display(),
        done.written,
        done.removed
    ));
    if !problems.is_empty() {
        store::note(&format!(
            "note: {name} has problems: `marchmap check` names them\n"
        ));
    }
    Ok(Outcome::Good)
}

/// What draws the pictures: the finer of the app's two maps is compiled in.
fn painter() -> Result<Painter, Failure> {
    let file = include_bytes!("../../../public/basemap/finer.json");
    let basemap = Basemap::read(file)
        .map_err(|why| Failure::new(format!("the map inside this tool is broken: {why:?}")))?;
    Ok(Painter::new(&basemap))
}
