//! `marchmap import`: events from other files, taken into an event file.

pub mod cancelled;
pub mod draft;
pub mod encoding;
pub mod html;
pub mod ics;
pub mod json;
pub mod listing;
pub mod locate;
pub mod merge;
pub mod options;
pub mod rejects;
pub mod report;
pub mod settle;
pub mod source;
pub mod table;
pub mod when;
pub mod words;

mod args;
mod file;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use indicatif::{ProgressBar, ProgressStyle};

use self::draft::{Draft, Reject};
use self::locate::Locator;
use self::merge::Desk;
use self::report::Report;
use crate::failure::{Ended, Failure, Outcome};
use crate::{places, source as input, store};

pub use args::Args;

/// From how many entries on there is a progress bar.
const LONG: usize = 2000;

/// Takes the sources into the file.
///
/// # Errors
/// A source cannot be read, or the file not be written.
pub fn run(args: &Args) -> Ended {
    let options = args.options()?;
    let mut file = file::File::open(&args.output)?;
    let gazetteer = places::open(&args.places)?;
    let set = args.set()?;
    let mut locator = Locator::new(&gazetteer, args.unplaced, &set).explaining(args.explain);
    let mut desk = Desk::new(std::mem::take(&mut file.entries));
    let mut report = Report::default();
    let mut rejects: Vec<Reject> = Vec::new();
    let mut names: Vec<Arc<str>> = Vec::new();
    for path in &args.sources {
        let name = input::name(path);
        let read = source::read(&input::bytes(path)?, &name, args.from, &options);
        let mut reading =
            read.map_err(|why| Failure::new(format!("cannot import {name}: {why}")))?;
        names.push(name.as_str().into());
        names.extend(
            reading
                .rejects
                .iter()
                .map(|reject| Arc::clone(&reject.origin.source)),
        );
        names.extend(
            reading
                .drafts
                .iter()
                .map(|draft| Arc::clone(&draft.origin.source))
                .take(1),
        );
        report.entries += reading.entries;
        reading
            .notes
            .drain(..)
            .for_each(|note| report.note(&name, note));
        let first = rejects.len();
        rejects.append(&mut reading.rejects);
        let drafts = placed(reading.drafts, &mut locator, &mut rejects, &mut report);
        rejects[first..].sort_by_key(|reject| reject.origin.number);
        let mut claims = Desk::claims(&drafts);
        for draft in drafts {
            let (at, change) = desk.take(draft, &mut claims);
            report.change(&desk.entries[at], &change, args.dry_run);
        }
        desk.end(claims);
    }
    report.rejected = rejects.len();
    whole_entries(&mut report, &rejects);
    names.dedup();
    file.entries = desk.entries;
    let beside = args.rejects();
    finish(args, file, &rejects, beside.as_deref(), &names, &mut report)?;
    Ok(if rejects.is_empty() {
        Outcome::Good
    } else {
        Outcome::Found
    })
}

/// Entries with their places found, their times and titles settled; the others among the rejects.
fn placed(
    drafts: Vec<Draft>,
    locator: &mut Locator<'_>,
    rejects: &mut Vec<Reject>,
    report: &mut Report,
) -> Vec<Draft> {
    let bar = bar(drafts.len());
    let mut placed = Vec::with_capacity(drafts.len());
    for draft in drafts {
        bar.inc(1);
        match locator.locate(draft).and_then(settle::settle) {
            Ok(mut draft) => {
                let origin = &draft.origin;
                draft
                    .notes
                    .iter()
                    .for_each(|note| report.note(origin, note.as_str()));
                // What is kept for the rejects file is not needed any more.
                draft.text = Box::default();
                draft.notes = Vec::new();
                placed.push(draft);
            }
            Err(reject) => rejects.push(*reject),
        }
    }
    bar.finish_and_clear();
    placed
}

fn bar(length: usize) -> ProgressBar {
    if length < LONG {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {pos} of {len} entries placed, {eta} left");
    let bar = ProgressBar::new(length as u64);
    style.map_or(bar.clone(), |style| bar.with_style(style))
}

/// An entry that gave several events, all of which were rejected for the same reason, is one reject in the
/// count.
fn whole_entries(report: &mut Report, rejects: &[Reject]) {
    let mut origins: BTreeMap<String, usize> = BTreeMap::new();
    for reject in rejects {
        *origins.entry(reject.origin.to_string()).or_default() += 1;
    }
    report.rejected = origins.len();
}

/// Writes what there is to write, and says what was done.
fn finish(
    args: &Args,
    file: file::File,
    rejects: &[Reject],
    beside: Option<&Path>,
    names: &[Arc<str>],
    report: &mut Report,
) -> Result<(), Failure> {
    let text = file.text(report)?;
    let shown = beside.map(|path| path.display().to_string());
    if !args.dry_run {
        if let Some(path) = beside {
            let before = file::json(path)?;
            if let Some(text) = rejects::write(rejects, before.as_ref(), names) {
                store::write(path, text.as_bytes())?;
            }
        }
        store::write(&args.output, text.as_bytes())?;
    }
    eprint!("{}", report.text(args.dry_run, shown.as_deref()));
    if beside.is_none() || args.dry_run {
        for reject in rejects {
            eprintln!("rejected: {}: {}", reject.origin, reject.reason);
        }
    }
    Ok(())
}
