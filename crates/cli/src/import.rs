//! `marchmap import`: events from other files, taken into an event file.

mod args;
mod file;
mod outputs;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use import::draft::{Reading, Reject};
use import::intake::Intake;
use import::locate::Locator;
use import::report::Report;
use import::{rejects, source};

use self::outputs::Outputs;
use crate::failure::{Ended, Failure, Outcome};
use crate::{places, source as input, store};

pub use args::Args;

/// Takes the sources into the file.
///
/// # Errors
/// A source cannot be read, or the file not be written.
pub fn run(args: &Args) -> Ended {
    let options = args.options()?;
    let mut outputs = Outputs::open(args)?;
    // A second core opens the gazetteer while this one reads.
    places::prefetch(&args.places);
    let (file, desk) = file::File::open(&mut outputs.file)?;
    let mut readings = args.sources.iter().map(|path| {
        let name = input::name(path);
        let read = source::read(&input::bytes(path)?, &name, args.from, &options);
        let reading = read.map_err(|why| Failure::new(format!("cannot import {name}: {why}")))?;
        Ok((name, reading))
    });
    let first = readings.next();
    let gazetteer = places::open(&args.places)?;
    let set = args.set()?;
    let locator = Locator::new(&gazetteer, args.unplaced, &set).explaining(args.explain);
    let mut intake = Intake::new(args.settings(), &options, locator, desk);
    let mut names: Vec<Arc<str>> = Vec::new();
    let mut headings = BTreeSet::new();
    for read in first.into_iter().chain(readings) {
        let (name, reading): (String, Reading) = read?;
        let rejects = reading.rejects.iter().map(|reject| &reject.origin);
        let drafts = reading.drafts.iter().map(|draft| &draft.origin);
        names.push(name.as_str().into());
        for origin in rejects.chain(drafts) {
            // The sheets of a spreadsheet and the mails of a mailbox are sources of their own.
            if names.last() != Some(&origin.source) {
                names.push(Arc::clone(&origin.source));
            }
        }
        headings.extend(reading.headings.iter().cloned());
        intake.take(&name, reading);
    }
    args::mapped(&options.columns, &headings)?;
    let Intake {
        desk,
        mut report,
        rejects,
        review,
        ..
    } = intake;
    whole_entries(&mut report, &rejects);
    names.dedup();
    if args.explain {
        store::show(&review.explanation())?;
    } else if args.dry_run {
        store::show(&review.table())?;
    }
    // What is there stays as it is where nothing changes.
    let text = match file.is_sound() && !desk.is_changed {
        true => None,
        false => Some(file.text(desk.into_entries(), &mut report)?),
    };
    finish(args, outputs, text.as_deref(), &rejects, &names, &report)?;
    Ok(if rejects.is_empty() {
        Outcome::Good
    } else {
        Outcome::Found
    })
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
    text: Option<&str>,
    rejects: &[Reject],
    names: &[Arc<str>],
    report: &Report,
) -> Result<(), Failure> {
    let shown = outputs.rejects.as_ref().map(|(output, _)| output.name());
    let is_listed = shown.is_none() || args.only_looks();
    if !args.only_looks() {
        let before = outputs
            .rejects
            .as_ref()
            .and_then(|(_, before)| before.as_ref());
        let rejects = rejects::write(rejects, before, names);
        outputs.write(text, rejects.as_deref())?;
    }
    store::note(&report.text(args.only_looks(), shown.as_deref()));
    if is_listed {
        for reject in rejects {
            store::note(&format!("rejected: {}: {}\n", reject.origin, reject.reason));
        }
    }
    Ok(())
}
