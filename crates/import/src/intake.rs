//! One source after the other: its entries placed, settled and taken into the event file.

mod hour_in_place;
mod named_above;
mod no_event;
mod pending_place;
mod redaction;
mod sheet_names;

use std::collections::HashSet;

use chrono::NaiveDate;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::Value;

use self::named_above::{Untitled, name_rows};
use super::cancelled::{in_place, in_words};
use super::draft::{Cancels, Draft, Reading, Reject, Stamp};
use super::locate::Locator;
use super::merge::{Change, Claims, Desk};
use super::options::Options;
use super::report::Report;
use super::review::Review;
use super::settle;

/// From how many entries on there is a progress bar.
const LONG: usize = 2000;

/// What an editor decided about taking entries into the file.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// The sources of this run, as they are named.
    pub sources: Vec<String>,
    /// Whether entries that are marked as private are taken.
    pub private: bool,
    /// Whether there is a review, entry by entry.
    pub is_reviewed: bool,
    /// Whether the report has every change of the file.
    pub shows_changes: bool,
}

/// What is done with sources, and what came of it.
pub struct Intake<'g> {
    settings: Settings,
    today: NaiveDate,
    window: Option<(NaiveDate, NaiveDate)>,
    locator: Locator<'g>,
    /// The event file.
    pub desk: Desk,
    /// What is said at the end.
    pub report: Report,
    /// What did not go in.
    pub rejects: Vec<Reject>,
    /// Entry by entry, where an editor only looks.
    pub review: Review,
}

/// An entry that is ready.
struct Ready {
    draft: Draft,
    /// A cancellation whose own place is not found: why it is rejected, if the file has nothing to cancel.
    or: Option<Box<Reject>>,
}

impl<'g> Intake<'g> {
    /// Nothing taken yet.
    pub fn new(settings: Settings, options: &Options, locator: Locator<'g>, desk: Desk) -> Self {
        Self {
            settings,
            today: options.today,
            window: options.window,
            locator,
            desk,
            report: Report::default(),
            rejects: Vec::new(),
            review: Review::default(),
        }
    }

    /// Takes what was read of a source.
    pub fn take(&mut self, name: &str, mut reading: Reading) {
        self.report.entries += reading.entries;
        for note in reading.notes.drain(..) {
            self.report.note(name, note);
        }
        let first = self.rejects.len();
        self.rejects.append(&mut reading.rejects);
        let mut cancellations = Vec::new();
        let mut as_well: Vec<(Box<Cancels>, Option<Stamp>)> = Vec::new();
        let mut drafts = reading.drafts;
        self.locator.settle_home(&drafts);
        let above = self.locator.settle_above(&drafts);
        let heads = self.locator.settle_heads(&drafts);
        for note in above.into_iter().chain(heads).chain(name_rows(&mut drafts)) {
            self.report.note(name, note);
        }
        let rejects = reading_sources(&self.rejects[first..]);
        let named = drafts.iter().filter(|draft| !draft.ours);
        let named = named.map(|draft| draft.origin.source.to_string());
        // A source that has nothing any more has lost all that came from it.
        let empty = drafts.is_empty().then(|| name.to_owned());
        let sources: HashSet<String> = named
            .chain(rejects)
            .chain(empty)
            .filter(|_| self.is_only(name))
            .collect();
        let mut claims = self.desk.source(&mut drafts);
        let mut untitled = Untitled::default();
        let bar = bar(drafts.len());
        // One after the other: no more than one is there twice.
        for draft in drafts {
            bar.inc(1);
            let origin = (!draft.ours && draft.is_untitled())
                .then(|| (draft.origin.clone(), draft.called.is_some()));
            let ready = self.ready(draft);
            if let (Some((origin, of_kind)), Ok(_)) = (&origin, &ready) {
                untitled.add(origin, *of_kind);
            }
            match ready {
                Ok(ready) => match &ready.draft.cancels {
                    // What is cancelled must be there first.
                    Some(cancels) if cancels.instead => cancellations.push(ready),
                    cancels => {
                        let start = ready.draft.start;
                        as_well.extend(cancels.clone().map(|cancels| (cancels, start)));
                        self.merge(ready.draft, &mut claims);
                    }
                },
                Err(reject) => self.rejects.push(*reject),
            }
        }
        bar.finish_and_clear();
        for note in untitled.said() {
            self.report.note(name, note);
        }
        let rejected = self.rejects[first..].iter();
        claims.also_named(rejected.filter_map(|reject| reject.key.clone()));
        self.no_longer(name, &claims, &sources);
        as_well.dedup_by(|one, other| one.0 == other.0);
        for (cancels, start) in as_well {
            self.desk.cancel(&cancels, start);
        }
        self.cancel(cancellations);
        self.rejects[first..].sort_by_key(|reject| reject.origin.number);
        if self.settings.is_reviewed {
            for reject in &self.rejects[first..] {
                self.review.reject(reject);
            }
        }
    }

    /// An entry with its place found, its times and title settled.
    fn ready(&mut self, mut draft: Draft) -> Result<Ready, Box<Reject>> {
        if let Some(mark) = draft.private.take().filter(|_| !self.settings.private) {
            // Nothing of it is written anywhere.
            let reason = format!("marked as private ({mark}); --private takes it in");
            return Err(Box::new(Reject::new(draft.origin, "", reason)));
        }
        if let Some(reason) = no_event::reason(&draft) {
            return Err(Box::new(draft.rejected(reason)));
        }
        in_words::status(&mut draft);
        in_place::take_out(&mut draft);
        pending_place::take_out(&mut draft);
        hour_in_place::take(&mut draft);
        redaction::clean(&mut draft);
        settle::zones::set_aside(&mut draft);
        let kept = draft.cancels.is_some().then(|| draft.clone());
        match self.locator.locate(draft).and_then(settle::settle) {
            Ok(mut draft) => {
                for note in &draft.notes {
                    self.report.note(&draft.origin, note.as_str());
                }
                if !self.settings.is_reviewed {
                    // Only the rejects file needs these.
                    draft.text = Box::default();
                    draft.notes = Vec::new();
                }
                Ok(Ready { draft, or: None })
            }
            Err(reject) => match kept {
                Some(mut draft) => {
                    if let Some(start) = draft.start {
                        draft.put("start", &start.to_string());
                    }
                    let or = Some(reject);
                    Ok(Ready { draft, or })
                }
                None => Err(reject),
            },
        }
    }

    fn merge(&mut self, draft: Draft, claims: &mut Claims) {
        let row = self.show(&draft);
        let (at, change) = self.desk.take(draft, claims);
        self.became(row, at, &change);
    }

    /// Cancels what entries mean; those that mean nothing in the file are entries of their own.
    fn cancel(&mut self, cancellations: Vec<Ready>) {
        let mut others = Vec::new();
        for Ready { draft, or } in cancellations {
            let changes = match &draft.cancels {
                Some(cancels) => self.desk.cancel(cancels, draft.start),
                None => Vec::new(),
            };
            match (changes.is_empty(), or) {
                (true, Some(reject)) => self.rejects.push(*reject),
                (true, None) => others.push(draft),
                (false, _) => {
                    let row = self.show(&draft);
                    for (at, change) in changes {
                        self.became(row, at, &change);
                    }
                }
            }
        }
        if others.is_empty() {
            return;
        }
        let mut claims = self.desk.source(&mut others);
        for draft in others {
            self.merge(draft, &mut claims);
        }
    }

    /// Whether no other source of this run has the same file name, and it has one: entries without a name of their own are
    /// known by it.
    fn is_only(&self, name: &str) -> bool {
        let file = |name: &str| name.rsplit(['/', '\\']).next().map(str::to_owned);
        let all = self.settings.sources.iter();
        let same = all.filter(|source| file(source) == file(name));
        same.count() == 1
    }

    /// Says which entries of the file came from a source that has them no longer.
    fn no_longer(&mut self, name: &str, claims: &Claims, sources: &HashSet<String>) {
        const SHOWN: usize = 8;
        let (today, window) = (self.today, self.window);
        let gone = self.desk.gone(claims, sources, today, window);
        if gone.is_empty() {
            return;
        }
        let shown = gone.iter().take(SHOWN).map(|at| {
            let fields = self.desk.entries[*at].fields();
            let text = |field: &str| {
                fields
                    .get(field)
                    .and_then(Value::as_str)
                    .unwrap_or_default()
            };
            let parts = [text("start"), text("city")];
            let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            format!("“{}” ({})", text("title"), parts.join(", "))
        });
        let shown: Vec<String> = shown.collect();
        let more = match gone.len() - shown.len() {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let what = match gone.len() {
            1 => "1 entry of the file that came from it is".to_owned(),
            count => format!("{count} entries of the file that came from it are"),
        };
        self.report.note(
            name,
            format!(
                "{what} no longer in it and left as before: {}{more}",
                shown.join("; ")
            ),
        );
    }

    /// Shows an entry in the review, and says in which row.
    fn show(&mut self, draft: &Draft) -> usize {
        if self.settings.is_reviewed {
            self.review.entry(draft);
        }
        self.review.len().saturating_sub(1)
    }

    fn became(&mut self, row: usize, at: usize, change: &Change) {
        let shown = self.settings.shows_changes;
        self.report.change(&self.desk.entries[at], change, shown);
        self.review.became(row, change);
    }
}

/// The sources of rejects.
fn reading_sources(rejects: &[Reject]) -> Vec<String> {
    let named = rejects
        .iter()
        .map(|reject| reject.origin.source.to_string());
    named.collect()
}

fn bar(length: usize) -> ProgressBar {
    if length < LONG {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {pos} of {len} entries placed, {eta} left");
    let bar = ProgressBar::new(length as u64);
    style.map_or(bar.clone(), |style| bar.with_style(style))
}
