//! `marchmap import`: events from other files, taken into an event file.

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

mod args;
mod file;
mod outputs;

use std::collections::BTreeMap;
use std::sync::Arc;

use indicatif::{ProgressBar, ProgressStyle};

use self::draft::{Draft, Reject};
use self::locate::Locator;
use self::merge::Desk;
use self::outputs::Outputs;
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
    let mut outputs = Outputs::open(args)?;
    let mut file = file::File::open(&mut outputs.file)?;
    let gazetteer = places::open(&args.places)?;
    let mut locator = Locator::new(&gazetteer, args.unplaced);
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
        let drafts = placed(
            reading.drafts,
            &mut locator,
            &args.set()?,
            &mut rejects,
            &mut report,
        );
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
    finish(args, outputs, file, &rejects, &names, &mut report)?;
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
    set: &[(String, String)],
    rejects: &mut Vec<Reject>,
    report: &mut Report,
) -> Vec<Draft> {
    let bar = bar(drafts.len());
    let mut placed = Vec::with_capacity(drafts.len());
    for draft in drafts {
        bar.inc(1);
        match locator
            .locate(draft)
            .and_then(|draft| settle::settle(draft, set))
        {
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
    outputs: Outputs,
    file: file::File,
    rejects: &[Reject],
    names: &[Arc<str>],
    report: &mut Report,
) -> Result<(), Failure> {
    let text = file.text(report)?;
    let shown = outputs.rejects.as_ref().map(|(output, _)| output.name());
    let is_listed = shown.is_none() || args.dry_run;
    if !args.dry_run {
        let before = outputs
            .rejects
            .as_ref()
            .and_then(|(_, before)| before.as_ref());
        let rejects = rejects::write(rejects, before, names);
        outputs.write(&text, rejects.as_deref())?;
    }
    store::note(&report.text(args.dry_run, shown.as_deref()));
    if is_listed {
        for reject in rejects {
            store::note(&format!("rejected: {}: {}\n", reject.origin, reject.reason));
        }
    }
    Ok(())
}
